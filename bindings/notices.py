#!/usr/bin/env python3
"""Prints the licenses of everything that is linked into a binary of ours, for its third-party notices.

    bindings/notices.py PACKAGE [TARGET]

PACKAGE is a package of this workspace, such as felkod-c or felkod-python; TARGET is what it is built for, where that is not
the machine. Cargo tells what it links; the license texts
are those in the packages, and the copyright of Rust's standard library is that of the toolchain. Where a package may
be used under MIT among others, its MIT text stands here alone. A package under MIT without a text gets the common one,
with its authors; any other without a text is an error.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LICENSE_FILE = re.compile(r"(LICEN[CS]E|COPYING|NOTICE|COPYRIGHT|UNLICENSE)", re.IGNORECASE)


def output(*command):
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def linked(package, target):
    """Returns (name, version) of the packages that are linked into `package`, without build tools and macros."""
    lines = output(
        "cargo", "tree", "--locked", "--package", package, "--edges", "normal,no-proc-macro", "--prefix", "none",
        "--format", "{p}", *(["--target", target] if target else []),
    ).splitlines()
    return sorted({(name, version.removeprefix("v")) for name, version, *_ in map(str.split, filter(None, lines))})


def texts(folder, expression):
    """Returns the license texts in a package's folder, one of them where it leaves the choice."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and LICENSE_FILE.match(path.name))
    if re.search(r" OR |/", expression) and " AND " not in expression:
        mit = [path for path in files if "MIT" in path.name.upper()]
        files = mit or [path for path in files if "GPL" not in path.name.upper()]
    return [path.read_text(encoding="utf-8", errors="replace").strip() for path in files]


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    metadata = json.loads(output("cargo", "metadata", "--locked", "--format-version", "1"))
    known = {(package["name"], package["version"]): package for package in metadata["packages"]}
    ours = set(metadata["workspace_members"])
    holders = {}  # The packages of each text.
    without_text = {}  # The authors of each package without one.
    for key in linked(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None):
        package = known[key]
        if package["id"] in ours:
            continue
        title = f"{' '.join(key)} ({package['license']})"
        found = texts(Path(package["manifest_path"]).parent, package["license"] or "")
        if not found and "MIT" not in (package["license"] or ""):
            sys.exit(f"notices.py: {title} has no license text")
        if not found:
            without_text[title] = package["authors"]
        for text in found:
            holders.setdefault(text, []).append(title)
    without_text["The Rust standard library (MIT OR Apache-2.0)"] = ["The Rust Project Contributors"]
    for title, authors in without_text.items():
        authors = ", ".join(re.sub(r"\s*<.*>", "", author) for author in authors) or f"the authors of {title}"
        holders[f"Copyright (c) {authors}\n\n{permission(holders)}"] = [title]

    sys.stdout.reconfigure(encoding="utf-8")
    print("felkod contains the following software.")
    common = one_line(permission(holders))
    under_common = []  # The packages under the common text of MIT, with what stands before it: it is printed once.
    for text, packages in sorted(holders.items(), key=lambda item: item[1]):
        before, start, rest = text.partition(START)
        if one_line(start + rest) == common:
            lines = [line for line in before.splitlines() if line.strip()]
            under_common.append("\n".join([*packages, *lines]))
        else:
            print(f"\n{RULE}\n" + "\n".join(packages) + f"\n{'-' * 80}\n\n{text}")
    print(f"\n{RULE}\n" + "\n\n".join(under_common) + f"\n{'-' * 80}\n\n{permission(holders)}")


RULE = "=" * 80
START = "Permission is hereby granted, free of charge"


def one_line(text):
    return " ".join(text.split())


def permission(holders):
    """Returns the body of the MIT license, which is the same in every text that has it."""
    bodies = (text[text.index(START):] for text in holders if START in text)
    return min(bodies, key=len)


main()
