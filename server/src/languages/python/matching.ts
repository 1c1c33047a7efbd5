/**
 * `match` and its `case` clauses. Literals and dotted names are values to compare with; anything else is an `opaque` test. The names that a
 * pattern captures are assigned at the start of the body, each from the part of the subject that it stands for.
 */
import type { Expr, Pattern, Range, Statement, SwitchCase } from '../../ir/model.js';
import type { ConcreteNode } from './concrete.js';
import { lowerExpr } from './expressions.js';
import { child, childOfType, childrenIn, DEEPEST, hasToken, type Lowering, named } from './lowering.js';
import { bindName } from './patterns.js';
import { lowerBlock } from './statements.js';

export function lowerMatch(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const subjects = childrenIn(node, 'subject');
  const [only] = subjects;
  const range = lowering.range(node);
  const written: Expr =
    subjects.length === 1 && only
      ? lowerExpr(lowering, only)
      : {
          kind: 'list',
          items: subjects.map((each) => lowerExpr(lowering, each)),
          range: lowering.rangeFrom(only?.start ?? node.start, subjects.at(-1)?.end ?? node.start),
        };
  const kept: Expr = isPure(written) ? written : { kind: 'name', name: KEPT_SUBJECT, binding: null, range: written.range };
  const clauses = (child(node, 'body')?.children ?? []).filter((clause) => clause.type === 'case_clause').map((clause) => lowerCase(lowering, clause, kept));
  // A call must not happen again for each name that is taken out of its result.
  const keeps = kept !== written && clauses.some((clause) => clause.captures);
  if (keeps) {
    const target: Pattern = { kind: 'bind', name: KEPT_SUBJECT, declares: 'function', binding: null, range: written.range };
    into.push({ kind: 'assign', target, value: written, augmented: false, range: written.range });
  }
  into.push({ kind: 'switch', subject: keeps ? kept : written, cases: clauses.map((clause) => clause.lowered), fallsThrough: false, label: null, range });
}

/** No name of the source can be this one. */
const KEPT_SUBJECT = '(subject)';

function lowerCase(lowering: Lowering, clause: ConcreteNode, source: Expr): { lowered: SwitchCase; captures: boolean } {
  const patterns = clause.children.filter((part) => part.type === 'case_pattern');
  const guardClause = child(clause, 'guard');
  const [guardNode] = guardClause ? named(guardClause) : [];
  const [only] = patterns;
  const tests = patterns.length === 1 && only ? testsOf(lowering, only) : [lowering.opaque(clause, 'tuple_pattern')];

  const captures: Statement[] = [];
  if (patterns.length === 1 && only) capture(lowering, only, source, captures);
  else for (const [index, pattern] of patterns.entries()) capture(lowering, pattern, itemOf(lowering, source, index, pattern), captures);

  const guard = guardNode ? lowerExpr(lowering, guardNode) : null;
  const isDefault = guard === null && tests.includes(null);
  const lowered: SwitchCase = {
    tests: isDefault ? [] : tests.map((test) => test ?? lowering.opaque(only ?? clause, 'wildcard')),
    isDefault,
    guard,
    body: [...captures, ...lowerBlock(lowering, child(clause, 'consequence'))],
    range: lowering.range(clause),
  };
  return { lowered, captures: captures.length > 0 };
}

/** One test for each alternative; null for a pattern that fits everything. */
function testsOf(lowering: Lowering, pattern: ConcreteNode): (Expr | null)[] {
  const inner = unwrap(pattern);
  if (lowering.depth >= DEEPEST) return [lowering.opaque(pattern, 'too-deep')];
  switch (inner.type) {
    case 'union_pattern':
      return inner.children.flatMap((each, index) => (each.named || each.type === '_' ? [alternative(lowering, each, inner.children[index - 1])] : []));
    case 'as_pattern': {
      const [head] = inner.children;
      if (!head) return [lowering.opaque(inner, inner.type)];
      lowering.depth += 1;
      const tests = testsOf(lowering, head);
      lowering.depth -= 1;
      return tests;
    }
    default:
      return [oneTest(lowering, inner, hasToken(pattern, '-'))];
  }
}

function alternative(lowering: Lowering, pattern: ConcreteNode, before: ConcreteNode | undefined): Expr | null {
  return pattern.named ? oneTest(lowering, pattern, before?.named === false && before.type === '-') : null;
}

function oneTest(lowering: Lowering, pattern: ConcreteNode, isNegative: boolean): Expr | null {
  const range = lowering.range(pattern);
  switch (pattern.type) {
    case 'case_pattern':
      return null;
    case 'dotted_name':
      return pattern.children.length > 1 ? dotted(lowering, pattern) : null;
    case 'integer':
    case 'float': {
      const operand = lowerExpr(lowering, pattern);
      return isNegative ? { kind: 'unary', op: '-', operand, range } : operand;
    }
    case 'string':
    case 'concatenated_string':
    case 'true':
    case 'false':
    case 'none':
      return lowerExpr(lowering, pattern);
    default:
      return lowering.opaque(pattern, pattern.type, valuesIn(lowering, pattern));
  }
}

/** The literals inside a pattern, so that an `opaque` test still shows what it compares with. */
function valuesIn(lowering: Lowering, pattern: ConcreteNode): Expr[] {
  const values: Expr[] = [];
  const waiting = [...pattern.children].reverse();
  for (let node = waiting.pop(); node && values.length < 100; node = waiting.pop()) {
    if (node.type === 'string' || node.type === 'integer' || node.type === 'true' || node.type === 'false' || node.type === 'none')
      values.push(lowerExpr(lowering, node));
    else for (const inner of [...node.children].reverse()) waiting.push(inner);
  }
  return values;
}

/** The part of the subject that a name stands for, read where the name is. */
function give(lowering: Lowering, name: ConcreteNode, at: ConcreteNode, source: Expr, into: Statement[]): void {
  const range = lowering.range(at);
  into.push({ kind: 'assign', target: bindName(lowering, name, 'function'), value: placedAt(range, source), augmented: false, range });
}

function placedAt(range: Range, expr: Expr): Expr {
  switch (expr.kind) {
    case 'member':
      return { ...expr, object: placedAt(range, expr.object), propertyRange: range, range };
    case 'index':
      return { ...expr, object: placedAt(range, expr.object), index: placedAt(range, expr.index), range };
    case 'list':
      return { ...expr, items: expr.items.map((item) => placedAt(range, item)), range };
    case 'opaque':
      return { ...expr, parts: expr.parts.map((part) => placedAt(range, part)), range };
    default:
      return { ...expr, range };
  }
}

function capture(lowering: Lowering, pattern: ConcreteNode, source: Expr, into: Statement[]): void {
  if (lowering.depth >= DEEPEST) return;
  lowering.depth += 1;
  captureKind(lowering, unwrap(pattern), source, into);
  lowering.depth -= 1;
}

function captureKind(lowering: Lowering, pattern: ConcreteNode, source: Expr, into: Statement[]): void {
  switch (pattern.type) {
    case 'dotted_name': {
      const [name] = pattern.children;
      if (name && pattern.children.length === 1) give(lowering, name, pattern, source, into);
      return;
    }
    case 'as_pattern': {
      const [head, name] = named(pattern);
      if (head) capture(lowering, head, source, into);
      if (name) give(lowering, name, pattern, source, into);
      return;
    }
    case 'splat_pattern': {
      const name = childOfType(pattern, 'identifier');
      if (name) give(lowering, name, pattern, lowering.opaque(pattern, 'splat_pattern', [source]), into);
      return;
    }
    case 'union_pattern':
      for (const each of named(pattern)) capture(lowering, each, source, into);
      return;
    case 'list_pattern':
    case 'tuple_pattern':
      for (const [index, each] of named(pattern).entries())
        capture(lowering, each, unwrap(each).type === 'splat_pattern' ? source : itemOf(lowering, source, index, each), into);
      return;
    case 'dict_pattern': {
      const keys = childrenIn(pattern, 'key');
      const values = childrenIn(pattern, 'value');
      for (const [index, value] of values.entries()) {
        const key = keys[index];
        if (key)
          capture(lowering, value, { kind: 'index', object: source, index: lowerExpr(lowering, key), optional: false, range: lowering.range(value) }, into);
      }
      for (const rest of pattern.children) if (rest.type === 'splat_pattern') capture(lowering, rest, source, into);
      return;
    }
    case 'class_pattern':
      for (const each of pattern.children.slice(1)) captureArgument(lowering, unwrap(each), source, into);
      return;
    default:
      return;
  }
}

/** `Point(x=px)` takes a member; `Point(px)` takes what the class says, which we do not know. */
function captureArgument(lowering: Lowering, argument: ConcreteNode, source: Expr, into: Statement[]): void {
  const [name, value] = named(argument);
  if (argument.type !== 'keyword_pattern' || !name || !value) {
    capture(lowering, argument, lowering.opaque(argument, 'class_pattern', [source]), into);
    return;
  }
  const propertyRange = lowering.range(name);
  capture(lowering, value, { kind: 'member', object: source, property: lowering.textOf(name), optional: false, propertyRange, range: propertyRange }, into);
}

/** `case_pattern` only wraps. */
function unwrap(pattern: ConcreteNode): ConcreteNode {
  let inner = pattern;
  while (inner.type === 'case_pattern') {
    const next = inner.children.find((part) => part.named);
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}

function dotted(lowering: Lowering, node: ConcreteNode): Expr | null {
  let whole: Expr | null = null;
  for (const part of node.children) {
    const range = lowering.range(part);
    const name = lowering.textOf(part);
    if (whole === null) whole = { kind: 'name', name, binding: null, range };
    else whole = { kind: 'member', object: whole, property: name, optional: false, propertyRange: range, range: lowering.span(whole.range.start, range.end) };
  }
  return whole;
}

function itemOf(lowering: Lowering, source: Expr, index: number, at: ConcreteNode): Expr {
  const item = source.kind === 'list' ? source.items[index] : undefined;
  if (item) return item;
  const range = lowering.range(at);
  return { kind: 'index', object: source, index: { kind: 'literal', value: index, range }, optional: false, range };
}

/** Reading it a second time changes nothing. */
function isPure(expr: Expr): boolean {
  switch (expr.kind) {
    case 'name':
    case 'literal':
      return true;
    case 'member':
      return isPure(expr.object);
    case 'index':
      return isPure(expr.object) && isPure(expr.index);
    case 'list':
      return expr.items.every(isPure);
    default:
      return false;
  }
}
