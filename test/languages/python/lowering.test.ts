import { describe, expect, it } from 'vitest';
import { loadPythonFrontEnd } from '../../../server/src/languages/python/front-end.js';
import { dumped } from './dumped.js';

const python = await loadPythonFrontEnd();

/** Source on the left, the lines that it comes to on the right. */
function lowers(cases: readonly (readonly [source: string, expected: readonly string[]])[]): void {
  for (const [source, expected] of cases) {
    it(source.replaceAll('\n', ' | '), () => {
      const { module } = python.parse('a.py', `${source}\n`);
      expect(dumped(module)).toEqual(expected);
      expect(module.unreadable).toEqual([]);
    });
  }
}

describe('imports', () => {
  lowers([
    ['import hmac', ['assign var hmac = module<"hmac">']],
    ['import os.path', ['do module<"os.path">', 'assign var os = module<"os">']],
    ['import os\nimport os.path', ['assign var os = module<"os">', 'do module<"os.path">', 'do module<"os">']],
    ['import a.b as c, d', ['assign var c = module<"a.b">', 'assign var d = module<"d">']],
    ['from hmac import compare_digest as same, new', ['assign var same = module<"hmac" compare_digest>', 'assign var new = module<"hmac" new>']],
    ['from . import crypto', ['assign var crypto = module<"." crypto>']],
    ['from ..lib.hooks import (check,)', ['assign var check = module<"..lib.hooks" check>']],
    ['from .rules import *', ['opaque<star-import: module<".rules" *>>']],
    ['from __future__ import annotations', ['assign var annotations = module<"__future__" annotations>']],
    [
      'if TYPE_CHECKING:\n  from flask import Request\nimport os',
      ['if TYPE_CHECKING', '  assign var Request = module<type "flask" Request>', 'assign var os = module<"os">'],
    ],
    [
      'def f():\n  import stripe\n  return stripe',
      ['define f function#1', 'function#1 function f in function#0', '  assign var stripe = module<"stripe">', '  return stripe'],
    ],
    ['x = 1\nimport late', ['assign var x = 1', 'assign var late = module<"late">']],
  ]);
});

describe('functions', () => {
  lowers([
    [
      'def f(a, /, b=1, *, c, d=2): pass',
      ['define f function#1', 'function#1 function f in function#0', '  takes var a', '  takes var b = 1', '  takes var c', '  takes var d = 2'],
    ],
    ['def f(*args, **kwargs): pass', ['define f function#1', 'function#1 function f in function#0', '  takes ...var args', '  takes **var kwargs']],
    ['def f(*args: int, **kw: str): pass', ['define f function#1', 'function#1 function f in function#0', '  takes ...var args: int', '  takes **var kw: str']],
    [
      'def f(r: flask.Request, n: int = 3) -> str: ...',
      ['define f function#1', 'function#1 function f in function#0', '  takes var r: flask.Request', '  takes var n: int = 3'],
    ],
    [
      'def f(a: "Request", b: str | None, c: Optional[Body], d: Annotated[Db, Depends(x)], e: list[int]): pass',
      [
        'define f function#1',
        'function#1 function f in function#0',
        '  takes var a: Request',
        '  takes var b: str',
        '  takes var c: Body',
        '  takes var d: Db',
        '  takes var e',
      ],
    ],
    ['async def f(): await g()', ['define f function#1', 'function#1 async function f in function#0', '  do (await g())']],
    [
      '@app.post("/in")\n@login\ndef f(): return 1',
      ['define f function#1', 'function#1 function f in function#0', '  @ app.post("/in")', '  @ login', '  return 1'],
    ],
    [
      'def f():\n  x = yield 1\n  yield from g()',
      ['define f function#1', 'function#1 function generator f in function#0', '  assign var x = opaque<yield: 1>', '  do opaque<yield from: g()>'],
    ],
    [
      'def f():\n  def g(): yield\n  return g',
      [
        'define f function#1',
        'function#1 function f in function#0',
        '  define g function#2',
        '  return g',
        'function#2 function generator g in function#1',
        '  do opaque<yield>',
      ],
    ],
    [
      'f = lambda a, *b, c=1: a + c',
      [
        'assign var f = function#1',
        'function#1 arrow in function#0 with an expression body',
        '  takes var a',
        '  takes ...var b',
        '  takes var c = 1',
        '  return (a + c)',
      ],
    ],
    ['def f():\n  global n\n  n = 1\n  m = 2', ['define f function#1', 'function#1 function f in function#0', '  assign n = 1', '  assign var m = 2']],
    [
      'def f():\n  n = 0\n  def g():\n    nonlocal n\n    n += 1',
      [
        'define f function#1',
        'function#1 function f in function#0',
        '  assign var n = 0',
        '  define g function#2',
        'function#2 function g in function#1',
        '  augment n = (n + 1)',
      ],
    ],
    ['def f():\n  """Says what."""\n  return', ['define f function#1', 'function#1 function f in function#0', '  do "Says what."', '  return']],
    ['def f((a, b), c): pass', ['define f function#1', 'function#1 function f in function#0', '  takes [var a, var b]', '  takes var c']],
  ]);
});

describe('classes', () => {
  lowers([
    ['class A(Base, mixins.B, metaclass=M): pass', ['define A class#0', 'class#0 A extends Base, mixins.B in function#0']],
    [
      'class A:\n  limit = 3\n  name: str\n  size: int = 1\n  a = b = None',
      [
        'define A class#0',
        'class#0 A in function#0',
        '  static field limit = 3',
        '  field name: str',
        '  static field size: int = 1',
        '  static field a = null',
        '  static field b = null',
      ],
    ],
    ['@dataclass(frozen=True)\nclass A:\n  x: int', ['define A class#0', 'class#0 A in function#0', '  @ dataclass(frozen=true)', '  field x: int']],
    [
      'class A:\n  """Doc."""\n  def __init__(self, k): self.k = k\n  @property\n  def key(self): return self.k\n  @key.setter\n  def key(self, v): self.k = v\n  @staticmethod\n  def make(): return A(1)\n  @classmethod\n  async def load(cls): pass',
      [
        'define A class#0',
        'function#1 constructor __init__ in function#0 of class#0',
        '  takes var self',
        '  takes var k',
        '  assign self.k = k',
        'function#2 getter key in function#0 of class#0',
        '  @ property',
        '  takes var self',
        '  return self.k',
        'function#3 setter key in function#0 of class#0',
        '  @ key.setter',
        '  takes var self',
        '  takes var v',
        '  assign self.k = v',
        'function#4 static method make in function#0 of class#0',
        '  @ staticmethod',
        '  return A(1)',
        'function#5 async method load in function#0 of class#0',
        '  @ classmethod',
        '  takes var cls',
        'class#0 A in function#0',
        '  method function#1',
        '  method function#2',
        '  method function#3',
        '  method function#4',
        '  method function#5',
      ],
    ],
    [
      'class A:\n  class Meta:\n    table = "x"',
      ['define A class#0', 'class#0 A in function#0', '  static field Meta = class#1', 'class#1 Meta in function#0', '  static field table = "x"'],
    ],
    [
      'class A:\n  if x:\n    def m(self): pass\n  a, b = 1, 2',
      [
        'define A class#0',
        'function#1 static class-body in function#0 of class#0',
        '  if x',
        '    define m function#2',
        '  assign [var a, var b] = [1, 2]',
        'function#2 method m in function#1 of class#0',
        '  takes var self',
        'class#0 A in function#0',
        '  method function#1',
      ],
    ],
    [
      'class A:\n  def m(self):\n    def inner(): pass',
      [
        'define A class#0',
        'function#1 method m in function#0 of class#0',
        '  takes var self',
        '  define inner function#2',
        'function#2 function inner in function#1',
        'class#0 A in function#0',
        '  method function#1',
      ],
    ],
  ]);
});

describe('statements', () => {
  lowers([
    ['if a: b()\nelif c: d()\nelse: e()', ['if a', '  do b()', 'else', '  if c', '    do d()', '  else', '    do e()']],
    ['while True:\n  if a: break\n  continue\nelse: b()', ['loop while true', 'body', '  if a', '    break', '  continue', 'else', '  do b()']],
    ['for a, (b, *c) in d: pass\nelse: e()', ['for [var a, [var b, ...var c]] in values of d', 'else', '  do e()']],
    ['for x.y in a, b: pass', ['for x.y in values of [a, b]']],
    [
      'async def f():\n  async for a in b: pass\n  async with c as d: pass',
      ['define f function#1', 'function#1 async function f in function#0', '  for await var a in values of b', '  with async c as var d'],
    ],
    [
      'try:\n  a()\nexcept E as e:\n  b()\nexcept (F, g.G):\n  c()\nexcept:\n  raise\nelse:\n  d()\nfinally:\n  h()',
      ['try', '  do a()', 'catch E as var e', '  do b()', 'catch F, g.G', '  do c()', 'catch', '  raise', 'else', '  do d()', 'finally', '  do h()'],
    ],
    ['try: a()\nexcept* E as group: b()', ['try', '  do a()', 'catch E as var group', '  do b()']],
    ['try: a()\nexcept E, F: b()', ['try', '  do a()', 'catch E, F', '  do b()']],
    ['with a as b, c: pass', ['with a as var b, c']],
    ['with (open(a) as f, open(b) as (g, h)): pass', ['with open(a) as var f, open(b) as [var g, var h]']],
    ['with (a as b): pass', ['with a as var b']],
    ['raise E("x") from cause', ['raise E("x")']],
    ['raise E from wrap(cause)', ['do wrap(cause)', 'raise E']],
    ['del a, b[0]', ['do (delete a)', 'do (delete b[0])']],
    ['assert a, "why"', ['assert a, "why"']],
    ['pass', []],
    ['...', []],
    ['a; b; c', ['do a', 'do b', 'do c']],
    ['if __name__ == "__main__": run()', ['if (__name__ == "__main__")', '  do run()']],
    ['type Row = dict', ['assign var Row = opaque<type_alias_statement>']],
    ['match = 1\ntype = match', ['assign var match = 1', 'assign var type = match']],
  ]);
});

describe('Python 2', () => {
  lowers([
    ['print "a", b', ['do print("a", b)']],
    ['print >>f, a', ['do print(file=f, a)']],
    ['exec code', ['do exec(code)']],
    ['try: a()\nexcept Failure, error: b()', ['try', '  do a()', 'catch Failure as var error', '  do b()']],
    ['x = 0755 + 10L', ['assign var x = (493 + 10)']],
    ['a <> b', ['do (a != b)']],
  ]);
});

describe('assignments', () => {
  lowers([
    ['a = b = f()', ['assign var a = f()', 'assign var b = a']],
    ['self.a = b = f()', ['assign var b = f()', 'assign self.a = b']],
    ['o.a = o.b = f()', ['assign o.a = (o.b := f())']],
    ['a, b = b, a', ['assign [var a, var b] = [b, a]']],
    ['a, *b = c', ['assign [var a, ...var b] = c']],
    ['[a, (b, c)] = d', ['assign [var a, [var b, var c]] = d']],
    ['(a) = 1', ['assign var a = 1']],
    ['(a,) = b', ['assign [var a] = b']],
    ['a["k"] = 1', ['assign a["k"] = 1']],
    ['a: int', ['assign var a']],
    ['a: int = 1', ['assign var a = 1']],
    ['a += 1', ['augment var a = (a + 1)']],
    ['a.b //= c', ['augment a.b = (a.b / c)']],
    ['a @= b', ['augment var a = opaque<matrix-product: a, b>']],
    ['if (n := f()) > 1: pass', ['if ((var n := f()) > 1)']],
  ]);
});

describe('expressions', () => {
  lowers([
    ['x = None, True, False, ...', ['assign var x = [null, true, false, opaque<ellipsis>]']],
    ['x = 1_000 + 0xff + 0b11 + 0o17 + 1e3 + .5', ['assign var x = (((((1000 + 255) + 3) + 15) + 1000) + 0.5)']],
    ['x = 3j', ['assign var x = opaque<integer>']],
    ['a < b <= c != d', ['do (((a < b) and (b <= c)) and (c != d))']],
    ['a is not None and b is c', ['do ((a != null) and (b == c))']],
    ['a not in b or not c in d', ['do ((a not in b) or (not (c in d)))']],
    ['a if b else c if d else e', ['do (b ? a : (d ? c : e))']],
    ['f(a, *b, c=d, **e)', ['do f(a, ...b, c=d, **e)']],
    ['f(x for x in y)', ['do f(each<x for let x of y>)']],
    ['a[1:2], a[::3], a[b, c], a[-1]', ['do [a[opaque<slice: 1, 2>], a[opaque<slice: 3>], a[[b, c]], a[(- 1)]]']],
    ['[f(a) for a in b if c if d for e in a]', ['do each<each<f(a) for let e of a> for let a of b if c if d>']],
    ['{k: v for k, v in d.items()}', ['do each<{[k]: v} for [let k, let v] of d.items()>']],
    ['{a async for a in b}', ['do each<a for let a of b>']],
    ['{"a": 1, b: 2, **c, "d" "e": 3}', ['do {a: 1, [b]: 2, ...c, de: 3}']],
    ['{1, 2}', ['do [1, 2]']],
    ['[*a, b]', ['do [...a, b]']],
    ['x = *a, b', ['assign var x = [...a, b]']],
    ['(a)', ['do a']],
    ['()', ['do []']],
    ['await_(a)', ['do await_(a)']],
    ['~a ** -b', ['do (~ (a ** (- b)))']],
    ['a @ b', ['do opaque<matrix-product: a, b>']],
    ['async def f(): return await a ** b', ['define f function#1', 'function#1 async function f in function#0', '  return ((await a) ** b)']],
  ]);
});

describe('strings', () => {
  lowers([
    ['"a" \'b\' """c"""', ['do "abc"']],
    ["b'x\\xff' rb'\\d'", ['do bytes "xÿ\\\\d"']],
    ['r\'\\n\' + R"\\""', ['do ("\\\\n" + "\\\\\\"")']],
    ["'\\n\\t\\'\\\\\\x41\\u00e9\\U0001F600\\101\\q'", ['do "\\n\\t\'\\\\Aé😀A\\\\q"']],
    ["'a\\\nb'", ['do "ab"']],
    ['f"plain"', ['do "plain"']],
    ['f"a{b}c"', ['do text<"a", b, "c">']],
    ['f"{{a}} {b!r:>{width}} {c=}"', ['do text<"{a} ", b, width, " ", c>']],
    ['f"{x[\'k\']}" "tail" f\'{y}\'', ['do text<x["k"], "tail", y>']],
    ['f"{f\'{a}b\'}"', ['do text<text<a, "b">>']],
    ['f\'{"lit"}\'', ['do text<"lit">']],
    ['rf"\\d{a}"', ['do text<"\\\\d", a>']],
    ['""', ['do ""']],
    ['""""quoted" """', ['do "\\"quoted\\" "']],
  ]);
});

describe('match', () => {
  lowers([
    [
      'match a:\n  case "x" | -1: b()\n  case None: c()\n  case _: d()',
      ['switch a', '  case "x" or (- 1)', '    do b()', '  case null', '    do c()', '  default', '    do d()'],
    ],
    [
      'match a:\n  case Color.RED: b()\n  case other: c(other)',
      ['switch a', '  case Color.RED', '    do b()', '  default', '    assign var other = a', '    do c(other)'],
    ],
    [
      'match a:\n  case x if x > 1: b()\n  case _ if y: c()',
      ['switch a', '  case opaque<wildcard> if (x > 1)', '    assign var x = a', '    do b()', '  case opaque<wildcard> if y', '    do c()'],
    ],
    [
      'match e["t"]:\n  case {"type": "paid", "id": i, **rest}: b(i)',
      [
        'switch e["t"]',
        '  case opaque<dict_pattern: "type", "paid", "id">',
        '    assign var i = e["t"]["id"]',
        '    assign var rest = opaque<splat_pattern: e["t"]>',
        '    do b(i)',
      ],
    ],
    [
      'match a:\n  case Point(0, y=py) as p: b()',
      ['switch a', '  case opaque<class_pattern: 0>', '    assign var py = a.y', '    assign var p = a', '    do b()'],
    ],
    [
      'match a:\n  case [x, (y, _), *z]: b()',
      [
        'switch a',
        '  case opaque<list_pattern>',
        '    assign var x = a[0]',
        '    assign var y = a[1][0]',
        '    assign var z = opaque<splat_pattern: a>',
        '    do b()',
      ],
    ],
    [
      'match f():\n  case {"k": v}: b(v)',
      ['assign var (subject) = f()', 'switch (subject)', '  case opaque<dict_pattern: "k">', '    assign var v = (subject)["k"]', '    do b(v)'],
    ],
    ['match f():\n  case True: b()', ['switch f()', '  case true', '    do b()']],
    ['match a, b:\n  case 1, c: d()', ['switch [a, b]', '  case opaque<tuple_pattern>', '    assign var c = b', '    do d()']],
  ]);
});
