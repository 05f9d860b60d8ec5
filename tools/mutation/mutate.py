"""Draws faults by a seed, has them built and tried, and tells which survived. See tools/mutate."""

import argparse
import functools
import glob
import os
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor

import equivalents
import rewrite
from places import places_of, source_of
from trial import Tests

# Where faults are seeded: each area gets the same share, whatever its size.
AREAS = ('modules/*/rules*.cpp', 'engine/judging/*.cpp', 'engine/report/*.cpp', 'engine/reading/*.cpp')
# What is run: a program, and the tests of it that are quick (all plays three times over notice nothing more).
PROGRAMS = (('test_modules',), ('test_judging',), ('test_report',), ('test_session',), ('test_reading',),
            ('test_plays', '--test-case-exclude=plays: straight*'))
ROOT = os.getcwd()
FOLDER = f'{ROOT}/build/mutate'


def parsed_arguments():
    parser = argparse.ArgumentParser(prog='tools/mutate')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--at-least', type=int, default=90, metavar='PERCENT')
    return parser.parse_args()


def drawn(areas, seed):
    """All places in an order that the seed gives: areas take turns, within one every kind is as likely."""
    chance = random.Random(seed)
    by_kind = []
    for places in areas:
        kinds = {}
        for place in places:
            kinds.setdefault(place.kind, []).append(place)
        by_kind.append(kinds)
    order = []
    while any(by_kind):
        for kinds in filter(None, by_kind):
            kind = chance.choice(sorted(kinds))
            order.append(kinds[kind].pop(chance.randrange(len(kinds[kind]))))
            if not kinds[kind]:
                del kinds[kind]
    return order


@functools.cache
def lines_of(file):
    return source_of(f'{ROOT}/{file}').split('\n')


def line_of(place):
    return lines_of(place.file)[place.line - 1].strip()


def tell(place, remark):
    print(f'  {place.file}:{place.line}: {place.kind}: {place.what}{remark}\n      {line_of(place)}')


def main():
    options = parsed_arguments()
    start = time.monotonic()
    units = [sorted(glob.glob(area)) for area in AREAS]
    with ProcessPoolExecutor() as pool:
        areas = list(pool.map(places_of, units, [ROOT] * len(units)))
    order = drawn(areas, options.seed)
    print(f'{len(order)} places in {sum(map(len, units))} files; seed {options.seed}', flush=True)

    named = equivalents.read(f'{ROOT}/tests/mutants-equivalent.txt')
    stale = named.that_fit_nothing((place, line_of(place)) for place in order)
    if stale:
        for file, kind, what, line in stale:
            print(f'{file}: {kind}: {what}\n      {line}')
        raise SystemExit('These entries of tests/mutants-equivalent.txt fit no place in the sources. Look at them again, or take them out.')
    copy = f'{FOLDER}/src'
    rewrite.copy_tree(ROOT, copy)
    allowed = options.count // 10
    chosen = rewrite.choose(ROOT, copy, units, order, options.count + allowed)
    rewrite.build(copy, f'{FOLDER}/build', [program[0] for program in PROGRAMS])
    print(f'built after {time.monotonic() - start:.0f} s', flush=True)

    is_equal = {n: named.names(place, line_of(place)) for n, place in chosen}
    counted = [n for n, _ in chosen if not is_equal[n]][:options.count]
    equal = [n for n, _ in chosen if is_equal[n] and n <= counted[-1]]
    tests = Tests(PROGRAMS, f'{FOLDER}/build')
    killers = tests.killers(counted + equal)
    return report(options, tests, dict(chosen), counted, equal, killers, start)


def report(options, tests, places, counted, equal, killers, start):
    survivors = [n for n in counted if killers[n] is None]
    wrongly = [n for n in equal if killers[n] is not None]
    if survivors:
        print('Survived:')
    for n in survivors:
        tell(places[n], '' if tests.is_reached(n) else ' (no test runs it)')
    for n in wrongly:
        tell(places[n], f' is named equivalent, but {killers[n]} noticed it')
    killed = len(counted) - len(survivors)
    too_many = len(equal) > options.count // 10
    print(f'In {time.monotonic() - start:.0f} s. {len(equal)} named equivalent (tests/mutants-equivalent.txt), at most {options.count // 10} may be.')
    print(f'{killed} of {len(counted)} killed')
    return 0 if killed * 100 >= options.at_least * len(counted) and not wrongly and not too_many else 1


if __name__ == '__main__':
    sys.exit(main())
