#!/usr/bin/env python3
"""Prints JSON, and the labels of Fluent files, a line a value: the path, a tab, the value.

    flatten.py [FILE.json] [labels.ftl]...
"""

import json
import sys

# The types of the vocabulary. The file has other strings too.
KINDS = (
    "api level standing category advice applied retry escalate_to basis exempt_from_quota grade unit scope resets"
    " wait_at_least outcome remark"
).split()


def flat(path, value):
    if isinstance(value, dict):
        for key, part in value.items():
            # The time until a quota is reset goes on between two programs.
            if key != "after_seconds" or part is None or part <= 3600:
                flat([*path, key], part)
    elif isinstance(value, list):
        for at, part in enumerate(value):
            flat([*path, str(at)], part)
    else:
        text = value if isinstance(value, str) else json.dumps(value)
        print(".".join(path), text, sep="\t")


sys.stdout.reconfigure(encoding="utf-8")
for name in sys.argv[1:]:
    with open(name, encoding="utf-8") as file:
        if name.endswith(".ftl"):
            labels = (line.rstrip("\n").split(" = ", 1) for line in file if " = " in line and line[0].isalpha())
            for key, label in labels:
                kind, _, word = key.partition("-")
                if kind in KINDS:
                    print(f"label.{kind}.{word}", label, sep="\t")
        else:
            flat([], json.load(file))
