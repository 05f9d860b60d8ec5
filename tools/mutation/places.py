"""Finds the places of the sources where a fault can be seeded, by clang's own reading of them.

A place is a range of one file (bytes), a kind, and a way to write the range so that a switch decides between the code as
it stands and the fault. Whether that compiles is found out later. Knows nothing of tests."""

import re
from dataclasses import dataclass, field

from clang.cindex import CursorKind as K
from clang.cindex import Index

BOUNDARY = {'<': '<=', '<=': '<', '>': '>=', '>=': '>'}
RELATION = {'<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '!=', '!=': '=='}
LITERAL = re.compile(r"[0-9][0-9a-fA-FxX']*[uUlLzZ]*")
JUMPS = (K.BREAK_STMT, K.CONTINUE_STMT, K.RETURN_STMT)
CALLS = (K.CALL_EXPR, K.UNARY_OPERATOR, K.BINARY_OPERATOR, K.COMPOUND_ASSIGNMENT_OPERATOR, K.UNEXPOSED_EXPR)


@dataclass
class Place:
    file: str
    start: int
    end: int
    kind: str
    what: str  # "a < b -> a <= b", one line
    line: int
    parts: list = field(default_factory=list)  # ranges (start, end) inside, that `template` speaks of as {0}, {1} …
    template: str = ''  # {n} is the fault's number


def source_of(path):
    """Bytes as characters one to one: clang counts bytes."""
    with open(path, encoding='latin-1', newline='') as stream:
        return stream.read()


def one_line(text):
    text = re.sub(r'//[^\n]*', '', text)
    return re.sub(r'\s+', ' ', text).strip()


class Finder:
    """Walks one unit; `sources` are the files of it that may be changed, by path."""

    def __init__(self, sources):
        self.sources = sources
        self.found = {}

    def walk(self, cursor, parent=None):
        here = cursor.location.file
        if parent is not None and parent.kind == K.TRANSLATION_UNIT and (here is None or here.name not in self.sources):
            return
        if cursor.kind == K.STATIC_ASSERT:
            return
        children = list(cursor.get_children())
        self.look(cursor, children)
        for child in children:
            self.walk(child, cursor)

    def look(self, cursor, children):
        kind = cursor.kind
        if kind in (K.BINARY_OPERATOR, K.CALL_EXPR):
            self.comparison(cursor, children)
        if kind in (K.CALL_EXPR, K.INIT_LIST_EXPR):
            self.arguments(cursor, children)
        if kind == K.INTEGER_LITERAL:
            self.literal(cursor)
        if kind in (K.IF_STMT, K.WHILE_STMT, K.FOR_STMT):
            self.condition(cursor, children)
            self.body(cursor, children)
        if kind == K.CXX_FOR_RANGE_STMT and children:
            self.statement(children[-1])
        if kind == K.CONDITIONAL_OPERATOR and children:
            self.negation(children[0])
        if kind == K.BINARY_OPERATOR and len(children) == 2 and self.between(*children) in ('&&', '||'):
            self.negation(children[0])
            self.negation(children[1])
        if kind == K.COMPOUND_STMT:
            for child in children:
                self.statement(child)

    # Ranges and texts.
    def span(self, cursor):
        """(file, start, end) of what stands in one file as it is written; None for what a macro made."""
        start, end = cursor.extent.start, cursor.extent.end
        if start.file is None or end.file is None or start.file.name != end.file.name or start.file.name not in self.sources:
            return None
        if end.offset <= start.offset:
            return None
        return start.file.name, start.offset, end.offset

    def text(self, cursor):
        file, start, end = self.span(cursor)
        return self.sources[file][start:end]

    def between(self, left, right):
        a, b = self.span(left), self.span(right)
        if not a or not b or a[0] != b[0] or a[2] > b[1]:
            return None
        return self.sources[a[0]][a[2]:b[1]].strip()

    def add(self, cursor_span, kind, what, template, parts=()):
        file, start, end = cursor_span
        line = self.sources[file].count('\n', 0, start) + 1
        key = (file, start, end, kind, what)
        self.found.setdefault(key, Place(file, start, end, kind, what, line, list(parts), template))

    # The kinds of faults.
    def comparison(self, cursor, children):
        sides = children if cursor.kind == K.BINARY_OPERATOR else list(cursor.get_arguments())
        if len(sides) != 2 or not self.span(cursor):
            return
        sign = self.between(*sides)
        whole, left, right = self.span(cursor), self.span(sides[0]), self.span(sides[1])
        for kind, table in (('boundary', BOUNDARY), ('relation', RELATION)):
            if sign in table and left and right and whole[1:] == (left[1], right[2]):
                words = [one_line(self.text(side)) for side in sides]
                what = f'{words[0]} {sign} {words[1]} -> {words[0]} {table[sign]} {words[1]}'
                template = '(mutant::on({n}) ? ({0}) %s ({1}) : ({0}) %s ({1}))' % (table[sign], sign)
                self.add(whole, kind, what, template, [left[1:], right[1:]])

    def arguments(self, cursor, children):
        if cursor.kind == K.CALL_EXPR and cursor.spelling.startswith('operator') and cursor.spelling != 'operator()':
            return
        if cursor.spelling in ('min', 'max'):
            return  # of two, whichever comes first
        arguments = list(cursor.get_arguments()) if cursor.kind == K.CALL_EXPR else children
        for first, second in zip(arguments, arguments[1:]):
            if self.between(first, second) == ',' and self.plain_type(first) == self.plain_type(second):
                self.swap(first, second)

    def plain_type(self, cursor):
        return re.sub(r'\b(const|volatile)\b|[&\s]|\[\d+\]', '', cursor.type.get_canonical().spelling)

    def swap(self, first, second):
        a, b = self.span(first), self.span(second)
        words = one_line(self.text(first)), one_line(self.text(second))
        if words[0] != words[1] and not words[0].startswith('{'):  # pairs of a table are no arguments
            template = '(mutant::on({n}) ? {1} : {0}), (mutant::on({n}) ? {0} : {1})'
            what = f'{words[0]}, {words[1]} -> {words[1]}, {words[0]}'
            self.add((a[0], a[1], b[2]), 'swapped', what, template, [a[1:], b[1:]])

    def literal(self, cursor):
        span = self.span(cursor)
        if not span or not LITERAL.fullmatch(self.text(cursor)):
            return
        text = self.text(cursor)
        for sign in '+-':
            what = f'{text} -> {text} {sign} 1'
            self.add(span, 'constant', what, '(mutant::on({n}) ? %s %s 1 : %s)' % (text, sign, text))

    def condition(self, cursor, children):
        """Only what is a plain expression: a condition that declares something is left alone."""
        span = self.span(cursor)
        if not span:
            return
        inside = self.in_parentheses(span)
        expressions = [c for c in children if c.kind.is_expression() and self.span(c) and self.span(c)[2] <= inside[1]]
        if cursor.kind == K.FOR_STMT:
            text, start = self.sources[span[0]], inside[0]
            first = text.find(';', start)
            second = text.find(';', first + 1)
            expressions = [c for c in expressions if first < self.span(c)[1] < second]
        if not expressions or any(c.kind in (K.VAR_DECL, K.DECL_STMT) and self.overlap(c, expressions[-1]) for c in children):
            return
        self.negation(expressions[-1])

    def overlap(self, one, other):
        a, b = self.span(one), self.span(other)
        return bool(a and b and a[1] < b[2] and b[1] < a[2])

    def in_parentheses(self, span):
        text, depth = self.sources[span[0]], 0
        start = text.index('(', span[1])
        for at in range(start, len(text)):
            depth += {'(': 1, ')': -1}.get(text[at], 0)
            if depth == 0:
                return start + 1, at
        return start + 1, span[2]

    def negation(self, cursor):
        span = self.span(cursor)
        if span:
            words = one_line(self.text(cursor))
            self.add(span, 'negated', f'{words} -> not', '(mutant::on({n}) != static_cast<bool>({0}))', [span[1:]])

    def body(self, cursor, children):
        """What hangs under an if without braces; a return only where the function goes on behind it."""
        if cursor.kind != K.IF_STMT:
            if children:
                self.statement(children[-1])
            return
        has_else = len(children) > 2 and 'else' in (self.between(children[-2], children[-1]) or '')
        for child in children[1:]:
            if child.kind == K.COMPOUND_STMT and not has_else:
                last = list(child.get_children())[-1:]
                for statement in last:
                    if statement.kind == K.RETURN_STMT:
                        self.statement(statement, may_return=True)
            elif child.kind != K.COMPOUND_STMT and self.span(child) and self.span(child)[1] > self.in_parentheses(self.span(cursor))[1]:
                self.statement(child, may_return=not has_else)

    def statement(self, cursor, may_return=False):
        span = self.span(cursor)
        if not span or not (cursor.kind in CALLS or cursor.kind in JUMPS):
            return
        if cursor.kind == K.RETURN_STMT and not may_return and any(cursor.get_children()):
            return
        text = self.sources[span[0]]
        end = span[2]
        while end < len(text) and text[end].isspace():
            end += 1
        if end < len(text) and text[end] == ';':
            words = one_line(text[span[1]:end])
            template = '{{ if (!mutant::on({n})) {{ {0}; }} }}'
            self.add((span[0], span[1], end + 1), 'deleted', f'{words}; -> nothing', template, [(span[1], end)])


def places_of(files, root):
    """All places of these files, which are read as one unit, in the order of file and offset."""
    sources = {f'{root}/{file}': source_of(f'{root}/{file}') for file in files}
    unit_path = f'{root}/unit.cpp'
    unit_text = ''.join(f'#include "{file}"\n' for file in files)
    arguments = ['-std=c++20', f'-I{root}', '-w', '-ferror-limit=0']
    unit = Index.create().parse(unit_path, args=arguments, unsaved_files=[(unit_path, unit_text)])
    wrong = [str(d) for d in unit.diagnostics if d.severity >= 3]
    if wrong:
        raise SystemExit('clang cannot read the sources:\n' + '\n'.join(wrong[:10]))
    finder = Finder(sources)
    finder.walk(unit.cursor)
    places = sorted(finder.found.values(), key=lambda p: (p.file, p.start, p.end, p.kind, p.what))
    for place in places:
        place.file = place.file[len(root) + 1:]
    return places
