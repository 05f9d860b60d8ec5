"""Runs test programs with a fault switched on: which notice it, and which of them run its place at all."""

import os
import resource
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

MEMORY = 4 << 30  # a loop that never ends must not take the machine along


def run(program, folder, environment, timeout):
    """True if the program says that all is well; a program that does not come back says no."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        command = [f'{folder}/{program[0]}', *program[1:], '--abort-after=1', '--no-breaks=true']
        result = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=timeout, preexec_fn=limit,
                                env={**os.environ, **environment})
    except subprocess.TimeoutExpired:
        return False, b'no end'
    return result.returncode == 0, result.stdout


class Tests:
    """The programs, the fastest first, with what each of them reaches."""

    def __init__(self, programs, folder):
        self.folder = folder
        self.known = sorted((self.measured(program) for program in programs), key=lambda known: known[0])

    def measured(self, program):
        list_of_reached = f'{self.folder}/reached-{program[0]}'
        if os.path.exists(list_of_reached):
            os.remove(list_of_reached)
        start = time.monotonic()
        well, said = run(program, self.folder, {'MUTANTS_REACHED': list_of_reached}, 600)
        if not well:
            raise SystemExit(f'{program[0]} fails without any fault:\n' + said.decode(errors='replace')[-3000:])
        with open(list_of_reached) as stream:
            return time.monotonic() - start, program, {int(line) for line in stream}

    def killer_of(self, number):
        """The program that notices the fault, or None."""
        for seconds, program, reached in self.known:
            if number in reached and not run(program, self.folder, {'MUTANT': str(number)}, 5 + 5 * seconds)[0]:
                return program[0]
        return None

    def is_reached(self, number):
        return any(number in reached for _, _, reached in self.known)

    def killers(self, numbers):
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            killers = {}
            for number, killer in zip(numbers, pool.map(self.killer_of, numbers)):
                killers[number] = killer
                print('.' if killer else 'S', end='' if len(killers) % 50 else '\n', flush=True)
            print()
            return killers
