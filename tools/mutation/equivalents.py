"""Reads tests/mutants-equivalent.txt: faults that change nothing that anybody could see, each with its reason."""

import os
import re


class Equivalents:
    def __init__(self, entries):
        self.entries = entries  # {(file, kind, what, line)}

    def names(self, place, line):
        return (place.file, place.kind, place.what, line) in self.entries

    def that_fit_nothing(self, places_and_lines):
        """Entries whose code was changed or is gone: somebody has to look at them again."""
        return sorted(self.entries - {(place.file, place.kind, place.what, line) for place, line in places_and_lines})


def read(path):
    """Three lines an entry: `FILE: KIND: WHAT`, then, indented, the line of code as it stands, then the reason."""
    entries = set()
    if not os.path.exists(path):
        return Equivalents(entries)
    with open(path, encoding='utf-8') as stream:
        lines = [line.rstrip('\n') for line in stream if line.strip() and not line.startswith('#')]
    for at in range(0, len(lines), 3):
        head = re.fullmatch(r'(\S+): (\w+): (.*)', lines[at])
        block = lines[at + 1:at + 3]
        if not head or len(block) != 2 or not all(line.startswith('  ') and line.strip() for line in block):
            raise SystemExit(f'{path}: this entry is not "FILE: KIND: WHAT", a line of code and a reason: {lines[at]}')
        entries.add((*head.groups(), block[0].strip()))
    return Equivalents(entries)
