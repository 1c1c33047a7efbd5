/** A signature compared with `===`, `includes` or a call that raises: the same answer, in constant time. */
import type { Expr, Range } from '../ir/model.js';
import { call, member, name, not, or, quote, quoteRange } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { moduleName } from './names.js';
import type { Remedy } from './remedy.js';
import { expressionAt } from './walk.js';

export const compareSafely: Remedy = {
  id: 'compare-safely',
  offers: () => [{ id: 'compare-safely', title: 'Compare in constant time', safety: 'safe' }],
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const editor = repair.file(facts.place('place')?.path ?? finding.at.path);
    const comparison = facts.range('comparison');
    const same = sameness(editor, comparison, facts.range('left'), facts.range('right'));
    editor.replace(comparison, isNegated(editor, comparison, facts) ? not(same) : same);
  },
};

/** The code itself says it; the rule's word counts only where it is no comparison of two sides. */
function isNegated(editor: FileEditor, comparison: Range, facts: Facts): boolean {
  const expr = expressionAt(editor.module, comparison)?.expr;
  return expr?.kind === 'binary' ? expr.op === '!=' || expr.op === 'not in' : facts.flag('negated');
}

function sameness(editor: FileEditor, comparison: Range, leftRange: Range, rightRange: Range): Draft {
  const left = expressionAt(editor.module, leftRange)?.expr;
  const right = expressionAt(editor.module, rightRange)?.expr;
  if (left === undefined || right === undefined) return editor.idioms.same(quoteRange(leftRange), quoteRange(rightRange), 'anything', editor);
  for (const [list, one] of [[left, right] as const, [right, left] as const]) {
    const candidates = valueOf(editor, list, 4);
    if (candidates.kind !== 'list') continue;
    if (list.kind === 'list' && list.items.length > 0 && list.items.length <= 3) return list.items.map((item) => texts(editor, item, one)).reduce(or);
    const item = editor.local('candidate', 'one candidate');
    return editor.idioms.some(quote(list), item, editor.idioms.same(name(item), quote(one), 'anything', editor));
  }
  const [leftText, rightText] = [textOf(left), textOf(right)];
  if (comparesBytes(editor, comparison) && !(leftText && rightText)) return editor.idioms.same(quote(left), quote(right), 'bytes', editor);
  return texts(editor, leftText ?? left, rightText ?? right);
}

/** The call that is replaced takes byte strings, or both sides are made here as such. */
function comparesBytes(editor: FileEditor, comparison: Range): boolean {
  const expr = expressionAt(editor.module, comparison)?.expr;
  if (expr?.kind !== 'call') return false;
  const called = expr.callee.kind === 'member' ? expr.callee.property : moduleName(editor.module, expr.callee)?.split('.').at(-1);
  return called === 'timingSafeEqual' || called === 'equals';
}

/** `Buffer.from(text)` and `text.encode()` around a text: compared is the text. */
function textOf(expr: Expr): Expr | undefined {
  if (expr.kind !== 'call' || expr.callee.kind !== 'member') return undefined;
  const { callee, args } = expr;
  const encoding = args[1]?.value;
  const plain = encoding === undefined || (encoding.kind === 'literal' && (encoding.value === 'utf8' || encoding.value === 'utf-8'));
  if (callee.property === 'from' && callee.object.kind === 'name' && callee.object.name === 'Buffer' && plain) return args[0]?.value;
  if (callee.property === 'encode' && args.length === 0) return callee.object;
  return undefined;
}

function valueOf(editor: FileEditor, expr: Expr, depth: number): Expr {
  if (expr.kind !== 'name' || expr.binding === null || depth === 0) return expr;
  const value = editor.module.bindings[expr.binding]?.value;
  return value ? valueOf(editor, value, depth - 1) : expr;
}

function isPrintedMac(editor: FileEditor, expr: Expr, depth: number): boolean {
  if (depth === 0) return false;
  const inner = (part: Expr): boolean => isPrintedMac(editor, valueOf(editor, part, 4), depth - 1);
  switch (expr.kind) {
    case 'text':
      return expr.parts.some(inner);
    case 'binary':
      return expr.op === '+' && (inner(expr.left) || inner(expr.right));
    case 'call':
      if (expr.callee.kind !== 'member') return false;
      if (expr.callee.property === 'hexdigest') return true;
      if (expr.callee.property === 'digest') return expr.args.length > 0;
      return (
        expr.callee.property === 'decode' && expr.callee.object.kind === 'call' && moduleName(editor.module, expr.callee.object.callee) === 'base64.b64encode'
      );
    default:
      return false;
  }
}

/** A decoding call keeps its shape, so that the writer can take the bytes from in front of it. */
function quoteText(expr: Expr): Draft {
  const decodes = expr.kind === 'call' && expr.args.length === 0 && expr.callee.kind === 'member' && expr.callee.property === 'decode';
  return decodes && expr.callee.kind === 'member' ? call(member(quote(expr.callee.object), 'decode')) : quote(expr);
}

function texts(editor: FileEditor, left: Expr, right: Expr): Draft {
  const isMac = (expr: Expr): boolean => isPrintedMac(editor, valueOf(editor, expr, 4), 4);
  const { emptyWhenMissing } = editor.idioms;
  // Beside a digest that this code prints, nothing at all and an empty text are refused alike.
  if (emptyWhenMissing && isMac(left) !== isMac(right)) {
    const present = (expr: Expr): Draft => (isMac(expr) ? quoteText(expr) : emptyWhenMissing(quote(expr)));
    return editor.idioms.same(present(left), present(right), 'texts', editor);
  }
  return editor.idioms.same(quote(left), quote(right), 'anything', editor);
}
