#!/usr/bin/env python3
"""Prints a .po file: the English titles of all codes, and the Swedish ones.

    po.py LIST-EN.json LIST-SV.json
"""

import json
import sys

english, swedish = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
sys.stdout.reconfigure(encoding="utf-8")
print('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n')
titles = {ours["message"]: theirs["message"] for ours, theirs in zip(english, swedish, strict=True)}
for title in titles:
    for keyword, text in ("msgid", title), ("msgstr", titles[title]):
        print(keyword, json.dumps(text, ensure_ascii=False))
    print()
