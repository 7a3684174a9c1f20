#!/usr/bin/env python3
"""Compare figures in a JSON file with the program's in another.

usage: compare.py PROGRAM.json OTHER.json

Whole numbers and texts have to be equal, fractions to the six decimals that the program prints.
What the program alone prints is history_begins, no figure but a mark. Every difference is a line;
the exit code is 1 where there is one.
"""
import json
import sys

MARKS = {"history_begins"}


def differences(path, ours, theirs):
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name in list(ours) + [name for name in theirs if name not in ours]:
            if not path and name in MARKS:
                continue
            if name not in ours or name not in theirs:
                yield f"{path}/{name}: {'missing' if name in ours else 'not in the program'}"
            else:
                yield from differences(f"{path}/{name}", ours[name], theirs[name])
    elif isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            yield f"{path}: {len(theirs)} elements, {len(ours)} expected"
        for place, (left, right) in enumerate(zip(ours, theirs)):
            yield from differences(f"{path}/{place}", left, right)
    elif is_number(ours) and is_number(theirs):
        # Half of the sixth decimal is rounded away; a binary fraction has some 15 digits.
        if abs(ours - theirs) > 5.1e-7 + 1e-13 * abs(ours):
            yield f"{path}: {theirs}, {ours} expected"
    elif ours != theirs or isinstance(ours, bool) != isinstance(theirs, bool):
        yield f"{path}: {theirs}, {ours} expected"


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as ours, open(sys.argv[2], encoding="utf-8") as theirs:
        lines = list(differences("", json.load(ours), json.load(theirs)))
    for line in lines:
        print(line)
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
