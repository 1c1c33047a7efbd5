/** Statements of the grammar to statements of the neutral form. */
import type { Expr, Handler, Pattern, Statement } from '../../ir/model.js';
import type { ConcreteNode } from './concrete.js';
import { definitionOf, lowerClass, lowerFunction } from './definitions.js';
import { binaryOf, lowerEach, lowerExpr, lowerExprOr } from './expressions.js';
import { lowerFromImport, lowerImport } from './imports.js';
import { child, childOfType, childrenIn, DEEPEST, hasToken, type Lowering, named } from './lowering.js';
import { lowerMatch } from './matching.js';
import { bindName, lowerPattern } from './patterns.js';

export function lowerBlock(lowering: Lowering, block: ConcreteNode | undefined): Statement[] {
  const statements: Statement[] = [];
  for (const node of block?.children ?? []) lowerStatement(lowering, node, statements);
  return statements;
}

/** One statement of the source may be none (`pass`), one, or several (`import a, b`). */
export function lowerStatement(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  if (lowering.depth >= DEEPEST) {
    into.push({ kind: 'opaque', syntax: 'too-deep', parts: [], range: lowering.range(node) });
    return;
  }
  lowering.depth += 1;
  lowerKind(lowering, node, into);
  lowering.depth -= 1;
}

function lowerKind(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const range = lowering.range(node);
  switch (node.type) {
    case 'expression_statement':
      lowerExpressionStatement(lowering, node, into);
      return;
    case 'return_statement':
      into.push({ kind: 'return', value: optional(lowering, named(node)[0]), range });
      return;
    case 'if_statement':
      into.push(lowerIf(lowering, node));
      return;
    case 'function_definition':
    case 'class_definition':
    case 'decorated_definition':
      lowerDefinition(lowering, node, into);
      return;
    case 'import_statement':
      lowerImport(lowering, node, into);
      return;
    case 'import_from_statement':
    case 'future_import_statement':
      lowerFromImport(lowering, node, into);
      return;
    case 'raise_statement':
      lowerRaise(lowering, node, into);
      return;
    case 'try_statement':
      into.push(lowerTry(lowering, node));
      return;
    case 'with_statement':
      into.push(lowerWith(lowering, node));
      return;
    case 'for_statement': {
      const left = child(node, 'left');
      into.push({
        kind: 'for-each',
        target: left ? lowerPattern(lowering, left, 'function') : noTarget(lowering, node),
        source: lowerExprOr(lowering, child(node, 'right'), node),
        over: 'values',
        isAwait: hasToken(node, 'async'),
        body: lowerBlock(lowering, child(node, 'body')),
        otherwise: lowerElse(lowering, child(node, 'alternative')),
        label: null,
        range,
      });
      return;
    }
    case 'while_statement':
      into.push({
        kind: 'loop',
        init: [],
        test: lowerExprOr(lowering, child(node, 'condition'), node),
        testAfter: false,
        update: [],
        body: lowerBlock(lowering, child(node, 'body')),
        otherwise: lowerElse(lowering, child(node, 'alternative')),
        label: null,
        range,
      });
      return;
    case 'match_statement':
      lowerMatch(lowering, node, into);
      return;
    case 'assert_statement': {
      const [test, message] = named(node);
      into.push({ kind: 'assert', test: lowerExprOr(lowering, test, node), message: optional(lowering, message), range });
      return;
    }
    case 'delete_statement':
      for (const target of named(node).flatMap((each) => (each.type === 'expression_list' ? named(each) : [each]))) {
        into.push({ kind: 'evaluate', expr: { kind: 'unary', op: 'delete', operand: lowerExpr(lowering, target), range: lowering.range(target) }, range });
      }
      return;
    case 'break_statement':
      into.push({ kind: 'break', label: null, range });
      return;
    case 'continue_statement':
      into.push({ kind: 'continue', label: null, range });
      return;
    case 'pass_statement':
    case 'global_statement':
    case 'nonlocal_statement':
      return;
    case 'print_statement':
    case 'exec_statement':
      into.push({ kind: 'evaluate', expr: lowerCommand(lowering, node), range });
      return;
    case 'type_alias_statement':
      lowerTypeAlias(lowering, node, into);
      return;
    case 'block':
      for (const inner of node.children) lowerStatement(lowering, inner, into);
      return;
    case 'ERROR':
      lowerError(lowering, node, into);
      return;
    default:
      into.push({ kind: 'opaque', syntax: node.type, parts: lowerEach(lowering, node), range });
  }
}

function lowerExpressionStatement(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const [first] = node.children;
  const range = lowering.range(node);
  if (first === undefined) return;
  if (node.children.length > 1) into.push({ kind: 'evaluate', expr: { kind: 'list', items: lowerEach(lowering, node), range }, range });
  else if (first.type === 'assignment') lowerAssignment(lowering, first, into);
  else if (first.type === 'augmented_assignment') lowerAugmented(lowering, first, into);
  else if (first.type !== 'ellipsis') into.push({ kind: 'evaluate', expr: lowerExpr(lowering, first), range });
}

/** `a = b = v` evaluates `v` once: `a = v`, then `b = a`; where no target is a plain name the inner one is an expression. */
function lowerAssignment(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const range = lowering.range(node);
  const targets: ConcreteNode[] = [];
  let at: ConcreteNode | undefined = node;
  while (at?.type === 'assignment') {
    const left = child(at, 'left');
    if (left) targets.push(left);
    at = child(at, 'right');
  }
  const name = targets.find((target) => target.type === 'identifier');
  const [first] = targets;
  if (first === undefined) return;
  if (targets.length === 1 || name === undefined) {
    const right = child(node, 'right');
    into.push({ kind: 'assign', target: lowerPattern(lowering, first, 'function'), value: optional(lowering, right), augmented: false, range });
    return;
  }
  into.push({ kind: 'assign', target: bindName(lowering, name, 'function'), value: optional(lowering, at), augmented: false, range });
  for (const target of targets) {
    if (target === name) continue;
    const value: Expr = { kind: 'name', name: lowering.textOf(name), binding: null, range: lowering.range(name) };
    into.push({ kind: 'assign', target: lowerPattern(lowering, target, 'function'), value, augmented: false, range });
  }
}

function lowerAugmented(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const left = child(node, 'left');
  if (left === undefined) return;
  const operator = (node.children.find((part) => !part.named)?.type ?? '').slice(0, -1);
  const value = binaryOf(lowering, node, operator, lowerExpr(lowering, left), lowerExprOr(lowering, child(node, 'right'), node));
  into.push({ kind: 'assign', target: lowerPattern(lowering, left, 'function'), value, augmented: true, range: lowering.range(node) });
}

/** Each `elif` is an `if` alone in the `otherwise` of the one before. */
function lowerIf(lowering: Lowering, node: ConcreteNode): Statement {
  const clauses = childrenIn(node, 'alternative');
  const depth = lowering.depth;
  const kept = Math.max(0, Math.min(clauses.length, DEEPEST - depth - 1));
  let otherwise: Statement[] = [];
  const cut = clauses[kept];
  if (cut) otherwise = [{ kind: 'opaque', syntax: 'too-deep', parts: [], range: lowering.rangeFrom(cut.start, node.end) }];
  // Innermost first: an `elif` needs what follows it.
  const lowered = clauses.slice(0, kept).map((clause, index) => {
    lowering.depth = depth + index;
    if (clause.type === 'else_clause') return { clause, test: null, body: lowerBlock(lowering, child(clause, 'body')) };
    return { clause, test: lowerExprOr(lowering, child(clause, 'condition'), clause), body: lowerBlock(lowering, child(clause, 'consequence')) };
  });
  lowering.depth = depth;
  for (const { clause, test, body } of lowered.reverse()) {
    if (test === null) otherwise = body;
    else otherwise = [{ kind: 'if', test, then: body, otherwise, range: lowering.rangeFrom(clause.start, node.end) }];
  }
  const condition = child(node, 'condition');
  const test = lowerExprOr(lowering, condition, node);
  const outer = lowering.typeOnly;
  lowering.typeOnly ||= test.kind === 'name' ? test.name === 'TYPE_CHECKING' : test.kind === 'member' && test.property === 'TYPE_CHECKING';
  const then = lowerBlock(lowering, child(node, 'consequence'));
  lowering.typeOnly = outer;
  return { kind: 'if', test, then, otherwise, range: lowering.range(node) };
}

function lowerElse(lowering: Lowering, clause: ConcreteNode | undefined): Statement[] {
  return clause ? lowerBlock(lowering, child(clause, 'body') ?? childOfType(clause, 'block')) : [];
}

function lowerDefinition(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const definition = definitionOf(lowering, node);
  const range = lowering.range(node);
  if (definition === undefined) into.push({ kind: 'opaque', syntax: node.type, parts: [], range });
  else if (definition.node.type === 'class_definition') {
    const { id, name } = lowerClass(lowering, definition);
    into.push({ kind: 'define-class', name: name ?? '', classId: id, declares: 'function', binding: null, range });
  } else {
    const functionId = lowerFunction(lowering, definition);
    into.push({ kind: 'define', name: lowering.nameOf(functionId), functionId, declares: 'function', binding: null, range });
  }
}

/** The cause (`from e`) decides nothing; if it is more than a name it is evaluated in front. */
function lowerRaise(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const range = lowering.range(node);
  const cause = child(node, 'cause');
  if (cause && cause.type !== 'identifier' && cause.type !== 'none')
    into.push({ kind: 'evaluate', expr: lowerExpr(lowering, cause), range: lowering.range(cause) });
  into.push({
    kind: 'raise',
    value: optional(
      lowering,
      named(node).find((part) => part !== cause),
    ),
    range,
  });
}

function lowerTry(lowering: Lowering, node: ConcreteNode): Statement {
  const elseClause = childOfType(node, 'else_clause');
  const finallyClause = childOfType(node, 'finally_clause');
  return {
    kind: 'try',
    body: lowerBlock(lowering, child(node, 'body')),
    handlers: node.children.filter((part) => part.type === 'except_clause').map((clause) => lowerHandler(lowering, clause)),
    otherwise: lowerElse(lowering, elseClause),
    finally: lowerBlock(lowering, finallyClause && childOfType(finallyClause, 'block')),
    range: lowering.range(node),
  };
}

function lowerHandler(lowering: Lowering, clause: ConcreteNode): Handler {
  let values = childrenIn(clause, 'value');
  let alias = child(clause, 'alias');
  const [first, second] = values;
  if (values.length === 1 && first?.type === 'as_pattern') {
    values = first.children.filter((part) => part.field !== 'alias');
    alias = child(first, 'alias');
  } else if (values.length === 2 && first && second?.type === 'identifier' && /^[a-z_]/.test(lowering.textOf(second))) {
    // Python 2: `except Failure, error`.
    values = [first];
    alias = second;
  }
  const types = values.flatMap((value) => (value.type === 'tuple' || value.type === 'expression_list' ? named(value) : [value]));
  return {
    types: types.map((type) => lowerExpr(lowering, type)),
    target: alias ? lowerPattern(lowering, alias, 'function') : null,
    body: lowerBlock(lowering, childOfType(clause, 'block')),
    range: lowering.range(clause),
  };
}

function lowerWith(lowering: Lowering, node: ConcreteNode): Statement {
  const clause = childOfType(node, 'with_clause');
  const values = (clause?.children ?? []).flatMap((item) => child(item, 'value') ?? []).flatMap(withinParentheses);
  const items = values.map((value) => {
    if (value.type !== 'as_pattern') return { expr: lowerExpr(lowering, value), target: null };
    const alias = child(value, 'alias');
    const expr = lowerExprOr(
      lowering,
      value.children.find((part) => part !== alias),
      value,
    );
    return { expr, target: alias ? lowerPattern(lowering, alias, 'function') : null };
  });
  return { kind: 'with', items, isAsync: hasToken(node, 'async'), body: lowerBlock(lowering, child(node, 'body')), range: lowering.range(node) };
}

/** `with (open(a) as f, open(b) as g)` and `with (a as b)` are items in parentheses, not a tuple. */
function withinParentheses(value: ConcreteNode): ConcreteNode[] {
  const isItems = (value.type === 'tuple' || value.type === 'parenthesized_expression') && value.children.some((part) => part.type === 'as_pattern');
  return isItems ? named(value) : [value];
}

/** Python 2's `print x, y` and `exec code` as the calls that they became. */
function lowerCommand(lowering: Lowering, node: ConcreteNode): Expr {
  const name = node.type === 'print_statement' ? 'print' : 'exec';
  const at = lowering.rangeFrom(node.start, node.start + name.length);
  const args = named(node).map((argument) =>
    argument.type === 'chevron'
      ? { name: 'file', spread: null, value: lowerExprOr(lowering, named(argument)[0], argument) }
      : { name: null, spread: null, value: lowerExpr(lowering, argument) },
  );
  return { kind: 'call', callee: { kind: 'name', name, binding: null, range: at }, args, isNew: false, optional: false, range: lowering.range(node) };
}

function lowerTypeAlias(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const left = child(node, 'left');
  const name = left?.type === 'type' ? left.children[0] : left;
  const range = lowering.range(node);
  if (name?.type !== 'identifier') into.push({ kind: 'opaque', syntax: node.type, parts: [], range });
  else into.push({ kind: 'assign', target: bindName(lowering, name, 'function'), value: lowering.opaque(node, node.type), augmented: false, range });
}

/** What the parser could not fit in: its expressions as parts, its statements (functions above all) as statements. */
function lowerError(lowering: Lowering, node: ConcreteNode, into: Statement[]): void {
  const statements = named(node).filter(isStatement);
  const parts = named(node)
    .filter((part) => !isStatement(part))
    .map((part) => lowerExpr(lowering, part));
  into.push({ kind: 'opaque', syntax: 'ERROR', parts, range: lowering.range(node) });
  for (const statement of statements) lowerStatement(lowering, statement, into);
}

function isStatement(node: ConcreteNode): boolean {
  return node.type.endsWith('_statement') || node.type.endsWith('_definition') || node.type === 'block' || node.type === 'ERROR';
}

function optional(lowering: Lowering, node: ConcreteNode | undefined): Expr | null {
  return node ? lowerExpr(lowering, node) : null;
}

function noTarget(lowering: Lowering, node: ConcreteNode): Pattern {
  return { kind: 'items', items: [], rest: null, range: lowering.rangeFrom(node.start, node.start) };
}
