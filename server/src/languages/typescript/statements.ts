/** Statements. Types, overloads and `declare` vanish; one declaration of many names becomes one assignment a name. */
import type { Expr, Pattern, Range, RecordEntry, Statement, SwitchCase } from '../../ir/model.js';
import { classOf } from './classes.js';
import { ts } from './compiler.js';
import { commonJsExport, exportAssignment, exportCommonJs, exportDeclaration, exportName, exportPattern } from './exports.js';
import { assignedValue, isCompoundAssignment, opaque, steppedValue } from './expressions.js';
import { decoratorsOf, functionOf } from './functions.js';
import { importEquals, requiredNames } from './imports.js';
import type { Lowering } from './lower.js';
import { hasModifier, skipWrappers } from './nodes.js';
import { patternOf, targetOf } from './patterns.js';

const K = ts.SyntaxKind;

/** Appends what the statement becomes to `into`: often one statement, sometimes none or several. */
export function lowerStatement(node: ts.Statement, into: Statement[], to: Lowering): void {
  const known = lowerings[node.kind];
  if (known) known(node as never, into, to);
  else into.push({ kind: 'opaque', syntax: K[node.kind] ?? 'unknown', parts: [], range: to.range(node) });
}

type Lower = (node: never, into: Statement[], to: Lowering) => void;

const lowerings: (Lower | undefined)[] = [];
lowerings[K.ExpressionStatement] = (node: ts.ExpressionStatement, into, to) => expressionStatement(node.expression, to.range(node), into, to);
lowerings[K.VariableStatement] = variableStatement;
lowerings[K.IfStatement] = (node: ts.IfStatement, into, to) => {
  into.push({ kind: 'if', test: to.expr(node.expression), then: to.body(node.thenStatement), otherwise: to.body(node.elseStatement), range: to.range(node) });
};
lowerings[K.ReturnStatement] = (node: ts.ReturnStatement, into, to) => {
  into.push({ kind: 'return', value: node.expression ? to.expr(node.expression) : null, range: to.range(node) });
};
lowerings[K.ThrowStatement] = (node: ts.ThrowStatement, into, to) => {
  into.push({ kind: 'raise', value: to.expr(node.expression), range: to.range(node) });
};
lowerings[K.Block] = (node: ts.Block, into, to) => {
  const label = to.takeLabel();
  into.push({ kind: 'block', body: to.body(node), label, range: to.range(node) });
};
lowerings[K.TryStatement] = tryStatement;
lowerings[K.ForStatement] = forStatement;
lowerings[K.ForOfStatement] = forEachStatement;
lowerings[K.ForInStatement] = forEachStatement;
lowerings[K.WhileStatement] = (node: ts.WhileStatement, into, to) => whileStatement(node, false, into, to);
lowerings[K.DoStatement] = (node: ts.DoStatement, into, to) => whileStatement(node, true, into, to);
lowerings[K.SwitchStatement] = switchStatement;
lowerings[K.BreakStatement] = (node: ts.BreakStatement, into, to) => {
  into.push({ kind: 'break', label: node.label?.text || null, range: to.range(node) });
};
lowerings[K.ContinueStatement] = (node: ts.ContinueStatement, into, to) => {
  into.push({ kind: 'continue', label: node.label?.text || null, range: to.range(node) });
};
lowerings[K.LabeledStatement] = labeledStatement;
lowerings[K.WithStatement] = (node: ts.WithStatement, into, to) => {
  into.push({ kind: 'with', items: [{ expr: to.expr(node.expression), target: null }], isAsync: false, body: to.body(node.statement), range: to.range(node) });
};
lowerings[K.FunctionDeclaration] = functionDeclaration;
lowerings[K.ClassDeclaration] = classDeclaration;
lowerings[K.EnumDeclaration] = enumDeclaration;
lowerings[K.ModuleDeclaration] = namespaceDeclaration;
lowerings[K.ImportEqualsDeclaration] = (node: ts.ImportEqualsDeclaration, into, to) => importEquals(node, into, to);
lowerings[K.ExportDeclaration] = (node: ts.ExportDeclaration, _into, to) => exportDeclaration(node, to);
lowerings[K.ExportAssignment] = (node: ts.ExportAssignment, _into, to) => exportAssignment(node, to);
lowerings[K.MissingDeclaration] = (node: ts.MissingDeclaration & { readonly modifiers?: readonly ts.ModifierLike[] }, into, to) => {
  const decorators = decoratorsOf(node, to);
  into.push({ kind: 'opaque', syntax: 'missing', parts: decorators, range: to.range(node) });
};
/** Imports were taken first; the others say nothing at run time. */
for (const silent of [K.ImportDeclaration, K.InterfaceDeclaration, K.TypeAliasDeclaration, K.NamespaceExportDeclaration, K.EmptyStatement, K.DebuggerStatement])
  lowerings[silent] = () => undefined;

/** An expression in a statement's place: assignments, steps and exports become what they do. */
function expressionStatement(expression: ts.Expression, range: Range, into: Statement[], to: Lowering): void {
  const node = skipWrappers(expression);
  if (node.kind === K.BinaryExpression) {
    const binary = node as ts.BinaryExpression;
    const operator = binary.operatorToken.kind;
    if (operator === K.CommaToken) {
      for (const operand of commaOperands(binary)) expressionStatement(operand, to.range(operand), into, to);
      return;
    }
    const isCompound = isCompoundAssignment(operator);
    if (operator === K.EqualsToken || isCompound) {
      const exported = to.owner === 0 && !isCompound ? commonJsExport(binary) : undefined;
      if (exported) {
        exportCommonJs(exported.names, exported.value, binary.left, to);
        return;
      }
      const value = assignedValue(binary, to);
      const target = targetOf(binary.left, to);
      if (target) into.push({ kind: 'assign', target, value, augmented: isCompound, range });
      else into.push({ kind: 'opaque', syntax: 'assignment', parts: [to.expr(binary.left), value], range });
      return;
    }
  }
  if (isStep(node)) {
    const target = targetOf(node.operand, to);
    if (target) {
      into.push({ kind: 'assign', target, value: steppedValue(node, to), augmented: true, range });
      return;
    }
  }
  into.push({ kind: 'evaluate', expr: to.expr(node), range });
}

function commaOperands(node: ts.BinaryExpression): ts.Expression[] {
  const operands: ts.Expression[] = [];
  let at = node as ts.Node;
  while (at.kind === K.BinaryExpression && (at as ts.BinaryExpression).operatorToken.kind === K.CommaToken) {
    operands.push((at as ts.BinaryExpression).right);
    at = (at as ts.BinaryExpression).left;
  }
  operands.push(at as ts.Expression);
  return operands.reverse();
}

function isStep(node: ts.Node): node is ts.PrefixUnaryExpression | ts.PostfixUnaryExpression {
  if (node.kind === K.PostfixUnaryExpression) return true;
  if (node.kind !== K.PrefixUnaryExpression) return false;
  const { operator } = node as ts.PrefixUnaryExpression;
  return operator === K.PlusPlusToken || operator === K.MinusMinusToken;
}

function variableStatement(node: ts.VariableStatement, into: Statement[], to: Lowering): void {
  if (hasModifier(node, K.DeclareKeyword)) return;
  declarations(node.declarationList, to.range(node), hasModifier(node, K.ExportKeyword) && to.owner === 0, into, to);
}

/** `whole` is the range of the statement; a single declaration takes it, each of several has its own. */
function declarations(list: ts.VariableDeclarationList, whole: Range, isExported: boolean, into: Statement[], to: Lowering): void {
  const declares = declaresOf(list);
  for (const node of list.declarations) {
    const range = list.declarations.length === 1 ? whole : to.range(node);
    const names = requiredNames(node, declares, to);
    if (names) {
      for (const { target, value } of names) {
        into.push({ kind: 'assign', target, value, augmented: false, range });
        if (isExported) exportPattern(target, to);
      }
      continue;
    }
    const target = patternOf(node.name, declares, to);
    // `const app = module.exports = express()`
    const exported = node.initializer && to.owner === 0 && target.kind === 'bind' ? commonJsExport(node.initializer) : undefined;
    const initializer = exported ? exported.value : node.initializer;
    const value = initializer ? to.named(initializer, node.name) : null;
    into.push({ kind: 'assign', target, value, augmented: false, range });
    if (exported && target.kind === 'bind') for (const name of exported.names) exportName(name, target.name, node.name, to);
    if (isExported) exportPattern(target, to);
  }
}

function declaresOf(list: ts.VariableDeclarationList): 'block' | 'function' {
  return list.flags & ts.NodeFlags.BlockScoped ? 'block' : 'function';
}

function tryStatement(node: ts.TryStatement, into: Statement[], to: Lowering): void {
  const body = to.body(node.tryBlock);
  const clause = node.catchClause;
  const handlers = clause
    ? [
        {
          types: [],
          target: clause.variableDeclaration ? patternOf(clause.variableDeclaration.name, 'block', to) : null,
          body: to.body(clause.block),
          range: to.range(clause),
        },
      ]
    : [];
  into.push({ kind: 'try', body, handlers, otherwise: [], finally: to.body(node.finallyBlock), range: to.range(node) });
}

function forStatement(node: ts.ForStatement, into: Statement[], to: Lowering): void {
  const label = to.takeLabel();
  const init: Statement[] = [];
  const { initializer, incrementor } = node;
  if (initializer && initializer.kind === K.VariableDeclarationList)
    declarations(initializer as ts.VariableDeclarationList, to.range(initializer), false, init, to);
  else if (initializer) expressionStatement(initializer as ts.Expression, to.range(initializer), init, to);
  const test = node.condition ? to.expr(node.condition) : null;
  const update: Statement[] = [];
  if (incrementor) expressionStatement(incrementor, to.range(incrementor), update, to);
  into.push({ kind: 'loop', init, test, testAfter: false, update, body: to.body(node.statement), otherwise: [], label, range: to.range(node) });
}

function whileStatement(node: ts.WhileStatement | ts.DoStatement, testAfter: boolean, into: Statement[], to: Lowering): void {
  const label = to.takeLabel();
  const test = to.expr(node.expression);
  into.push({ kind: 'loop', init: [], test, testAfter, update: [], body: to.body(node.statement), otherwise: [], label, range: to.range(node) });
}

function forEachStatement(node: ts.ForOfStatement | ts.ForInStatement, into: Statement[], to: Lowering): void {
  const label = to.takeLabel();
  const { initializer } = node;
  const range = to.range(node);
  const source = to.expr(node.expression);
  let target: Pattern | null;
  if (initializer.kind === K.VariableDeclarationList) {
    const list = initializer as ts.VariableDeclarationList;
    const [first] = list.declarations;
    target = first ? patternOf(first.name, declaresOf(list), to) : null;
  } else target = targetOf(initializer, to);
  const body = to.body(node.statement);
  if (target === null) {
    into.push({ kind: 'opaque', syntax: 'for', parts: [source], range }, { kind: 'block', body, label, range: to.range(node.statement) });
    return;
  }
  const isOf = node.kind === K.ForOfStatement;
  const isAwait = isOf && (node as ts.ForOfStatement).awaitModifier !== undefined;
  into.push({ kind: 'for-each', target, source, over: isOf ? 'values' : 'keys', isAwait, body, otherwise: [], label, range });
}

function switchStatement(node: ts.SwitchStatement, into: Statement[], to: Lowering): void {
  const label = to.takeLabel();
  const subject = to.expr(node.expression);
  const cases: SwitchCase[] = node.caseBlock.clauses.map((clause) => {
    const tests: Expr[] = clause.kind === K.CaseClause ? [to.expr(clause.expression)] : [];
    const body: Statement[] = [];
    to.statements(clause.statements, body);
    return { tests, isDefault: clause.kind === K.DefaultClause, guard: null, body, range: to.range(clause) };
  });
  into.push({ kind: 'switch', subject, cases, fallsThrough: true, label, range: to.range(node) });
}

function labeledStatement(node: ts.LabeledStatement, into: Statement[], to: Lowering): void {
  const outer = to.takeLabel();
  if (outer !== null) {
    const body: Statement[] = [];
    labeledStatement(node, body, to);
    into.push({ kind: 'block', body, label: outer, range: to.range(node) });
    return;
  }
  const label = node.label.text;
  if (takesLabel(node.statement.kind)) {
    to.label = label;
    to.statement(node.statement, into);
    to.label = null;
    return;
  }
  into.push({ kind: 'block', body: to.body(node.statement), label, range: to.range(node) });
}

function takesLabel(kind: ts.SyntaxKind): boolean {
  return kind === K.Block || kind === K.LabeledStatement || kind === K.SwitchStatement || (kind >= K.DoStatement && kind <= K.ForOfStatement);
}

function functionDeclaration(node: ts.FunctionDeclaration, into: Statement[], to: Lowering): void {
  // Overload signatures and ambient functions have no body.
  if (node.body === undefined || hasModifier(node, K.DeclareKeyword)) return;
  const functionId = functionOf(node, 'function', to);
  const range = to.range(node);
  const name = declaredName(node, { kind: 'function', functionId, range }, into, to);
  if (name !== undefined) into.push({ kind: 'define', name, functionId, binding: null, range });
}

function classDeclaration(node: ts.ClassDeclaration, into: Statement[], to: Lowering): void {
  if (hasModifier(node, K.DeclareKeyword)) return;
  const classId = classOf(node, to);
  const range = to.range(node);
  const name = declaredName(node, { kind: 'class', classId, range }, into, to);
  if (name !== undefined) into.push({ kind: 'define-class', name, classId, binding: null, range });
}

/** Exports the declaration as its modifiers say. Undefined without a name: then it is the default export's value, or nothing but a value. */
function declaredName(node: ts.FunctionDeclaration | ts.ClassDeclaration, value: Expr, into: Statement[], to: Lowering): string | undefined {
  const isExported = to.owner === 0 && hasModifier(node, K.ExportKeyword);
  const name = node.name?.text;
  if (!name || !node.name) {
    if (isExported) to.exports.push({ name: 'default', value });
    else into.push({ kind: 'evaluate', expr: value, range: value.range });
    return undefined;
  }
  if (isExported) exportName(hasModifier(node, K.DefaultKeyword) ? 'default' : name, name, node.name, to);
  return name;
}

function enumDeclaration(node: ts.EnumDeclaration, into: Statement[], to: Lowering): void {
  if (hasModifier(node, K.DeclareKeyword)) return;
  let next: number | null = 0;
  const entries: RecordEntry[] = [];
  for (const member of node.members) {
    const range = to.range(member);
    let value: Expr;
    if (member.initializer) value = to.expr(member.initializer);
    else value = next === null ? opaque('enum', [], range) : { kind: 'literal', value: next, range };
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : null;
    const key = member.name.kind === K.ComputedPropertyName ? null : member.name.text;
    entries.push({ key, computed: member.name.kind === K.ComputedPropertyName ? to.expr(member.name.expression) : null, value });
  }
  const range = to.range(node);
  const target: Pattern = { kind: 'bind', name: node.name.text, declares: 'block', binding: null, range: to.range(node.name) };
  into.push({ kind: 'assign', target, value: { kind: 'record', entries, range }, augmented: false, range });
  if (hasModifier(node, K.ExportKeyword) && to.owner === 0) exportPattern(target, to);
}

/** A namespace runs once where it stands; its names stay inside, and what it exports is a record of its name. */
function namespaceDeclaration(node: ts.ModuleDeclaration, into: Statement[], to: Lowering): void {
  if (hasModifier(node, K.DeclareKeyword) || node.body === undefined) return;
  const body: Statement[] = [];
  const { exports } = to;
  to.exports = [];
  if (node.body.kind === K.ModuleBlock) to.statements((node.body as ts.ModuleBlock).statements, body);
  else if (node.body.kind === K.ModuleDeclaration) to.statement(node.body as ts.ModuleDeclaration, body);
  const entries: RecordEntry[] = to.exports.map(({ name, value }) => ({ key: name, computed: null, value }));
  if (node.body.kind === K.ModuleDeclaration) {
    const inner = node.body.name as ts.Identifier;
    const range = to.range(inner);
    entries.push({ key: inner.text, computed: null, value: { kind: 'name', name: inner.text, binding: null, range } });
  }
  to.exports = exports;
  const range = to.range(node);
  if (node.name.kind !== K.Identifier || entries.length === 0) {
    into.push({ kind: 'block', body, label: null, range });
    return;
  }
  const { text } = node.name;
  const named: Pattern = { kind: 'bind', name: text, declares: 'block', binding: null, range: to.range(node.name) };
  body.push({ kind: 'assign', target: { ...named, declares: null }, value: { kind: 'record', entries, range }, augmented: false, range });
  into.push({ kind: 'assign', target: named, value: null, augmented: false, range }, { kind: 'block', body, label: null, range });
  if (hasModifier(node, K.ExportKeyword) && to.owner === 0) exportPattern(named, to);
}
