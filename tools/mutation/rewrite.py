"""Writes the chosen faults into a copy of the sources, each behind its switch, and finds out which of them compile.

The copy stands in the build folder; what is not changed is linked or copied as it is. Knows nothing of tests."""

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from places import source_of

COPIED = ('engine', 'modules', 'tests', 'tools', 'scenarios', 'assets', 'docs')
USED = re.compile(r'mutant::on\((\d+)\)')


def rendered(text, places):
    """`text` with each (number, place) behind its switch; a changed range stands on one line, so that errors can be told."""

    def piece(start, end, inside):
        out, at = [], start
        while inside:
            number, place = inside[0]
            rest = [p for p in inside[1:] if p[1].start < place.end]
            out.append(text[at:place.start])
            out.append(one_place(number, place, rest))
            at, inside = place.end, inside[1 + len(rest):]
        return ''.join(out) + text[at:end]

    def one_place(number, place, inside):
        parts = [piece(a, b, [p for p in inside if a <= p[1].start and p[1].end <= b]) for a, b in place.parts]
        return ' '.join(re.sub(r'//[^\n]*', '', place.template.format(*parts, n=number)).split('\n'))

    # Of two on the same range the one that holds the other whole goes around it.
    ordered = sorted(places, key=lambda p: (p[1].start, -p[1].end, (p[1].start, p[1].end) not in p[1].parts, p[0]))
    return piece(0, len(text), ordered)


def stand_together(one, other):
    """Whether both can be written into one copy: apart, or one of them whole in a part of the other."""
    if one.file != other.file or one.end <= other.start or other.end <= one.start:
        return True

    def within(inner, outer):
        return any(a <= inner.start and inner.end <= b for a, b in outer.parts)

    return within(one, other) or within(other, one)


def first_that_fit(queue, bad, count):
    """The first `count` places of `queue` that are not bad and stand together with those before them."""
    chosen = []
    by_file = {}
    for number, place in enumerate(queue):
        if len(chosen) == count:
            break
        beside = by_file.setdefault(place.file, [])
        if number not in bad and all(stand_together(place, other) for other in beside):
            chosen.append((number, place))
            beside.append(place)
    return chosen


def write_if_new(path, text):
    if not os.path.exists(path) or source_of(path) != text:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='latin-1', newline='') as stream:
            stream.write(text)


def copy_tree(root, copy):
    """Files that are gone from the sources go from the copy; what is the same keeps its age, so that little is built."""
    wanted = set()
    for folder in COPIED:
        for place, _, names in os.walk(f'{root}/{folder}'):
            for name in names:
                path = os.path.relpath(f'{place}/{name}', root)
                wanted.add(path)
                write_if_new(f'{copy}/{path}', source_of(f'{root}/{path}'))
    for folder in COPIED:
        for place, _, names in os.walk(f'{copy}/{folder}'):
            for name in names:
                if os.path.relpath(f'{place}/{name}', copy) not in wanted:
                    os.remove(f'{place}/{name}')
    for name in os.listdir(root):
        if name not in COPIED and name != 'build' and not name.startswith('.') and not os.path.lexists(f'{copy}/{name}'):
            os.symlink(f'{root}/{name}', f'{copy}/{name}')


def write_faults(root, copy, files, chosen):
    for file in files:
        places = [(number, place) for number, place in chosen if place.file == file]
        text = rendered(source_of(f'{root}/{file}'), places)
        if {int(number) for number in USED.findall(text)} != {number for number, _ in places}:
            raise SystemExit(f'{file}: not every fault was written')
        write_if_new(f'{copy}/{file}', text)


def refused(copy, files):
    """The numbers of the faults that do not compile in this unit."""
    unit = ''.join(f'#include "{file}"\n' for file in files)
    command = ['g++', '-std=c++20', '-fsyntax-only', '-w', '-I.', '-include', 'tools/mutation/mutant.h', '-x', 'c++', '-']
    result = subprocess.run(command, input=unit, capture_output=True, text=True, cwd=copy, env={**os.environ, 'LC_ALL': 'C'})
    if result.returncode == 0:
        return set()
    numbers = set()
    lines = {file: source_of(f'{copy}/{file}').split('\n') for file in files}
    for file, line in re.findall(r'^([^:\s]+):(\d+):', result.stderr, re.M):
        if file in lines:
            numbers.update(int(n) for n in USED.findall(lines[file][int(line) - 1]))
    if not numbers:
        raise SystemExit('The copy does not compile, for another reason than its faults:\n' + result.stderr[-3000:])
    return numbers


def choose(root, copy, units, queue, count):
    """The first `count` places of `queue` that compile and stand together, written into the copy: a list of (number, place)."""
    bad, wanted = set(), count + count // 4
    while True:
        chosen = first_that_fit(queue, bad, wanted)
        for files in units:
            write_faults(root, copy, files, chosen)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = set().union(*pool.map(lambda files: refused(copy, files), units))
        if not found:
            return chosen[:count]
        bad |= found


def build(copy, folder, targets):
    flags = f'-O1 -g0 -w -D_GLIBCXX_ASSERTIONS -include {copy}/tools/mutation/mutant.h'
    os.makedirs(folder, exist_ok=True)
    log = f'{folder}/log'
    with open(log, 'w') as stream:
        configure = ['cmake', '-S', copy, '-B', folder, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=None', '-DFIRSTHAND_WINDOW=OFF',
                     '-DFIRSTHAND_UNITY=ON', f'-DCMAKE_CXX_FLAGS={flags}']
        for command in (configure, ['cmake', '--build', folder, '--target', *targets]):
            if subprocess.run(command, stdout=stream, stderr=stream).returncode != 0:
                shutil.copyfileobj(open(log), sys.stderr)
                raise SystemExit(f'The copy with its faults could not be built (above, and {log}).')
