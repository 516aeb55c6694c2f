"""The command felkod: the same code as the program of Rust."""

import signal
import sys

from felkod import _felkod


def main() -> int:
    """Runs the command with the arguments of the process and returns the exit status."""
    # Python's own handler would wait until the command returns from Rust.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return _felkod.run(["felkod", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
