"""Refuses subinterpreters where Python lets an extension into them that cannot live there.

Before 3.12, Python loads the extension into a subinterpreter (mod_wsgi and uWSGI start some) and corrupts the main one.
From 3.12 on it raises an ImportError by itself.
"""

import importlib
import sys


def refuse_subinterpreters() -> None:
    """Raises an ImportError in a subinterpreter before Python 3.12."""
    if sys.version_info >= (3, 12):
        return
    try:
        interpreters = importlib.import_module("_xxsubinterpreters")
    except ImportError:
        # An interpreter that cannot have others.
        return
    if interpreters.get_current() != interpreters.get_main():
        raise ImportError(
            "felkod cannot be imported in a subinterpreter; under mod_wsgi set WSGIApplicationGroup %{GLOBAL}, "
            "under uWSGI set single-interpreter"
        )


refuse_subinterpreters()
