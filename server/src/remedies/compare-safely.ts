/** A signature compared with `===`, `includes` or a call that raises: the same answer, in constant time. */
import type { Expr, Range } from '../ir/model.js';
import { call, member, name, not, or, quote, quoteRange } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { calledFunction, moduleName } from './names.js';
import type { Remedy } from './remedy.js';
import type { Repair } from './repair.js';
import { expressionAt, statementsOf } from './walk.js';

export const compareSafely: Remedy = {
  id: 'compare-safely',
  offers: (request) => [
    new Facts(request).flag('mayBothBeMissing')
      ? { id: 'compare-safely', title: 'Compare in constant time, and refuse when both are missing', safety: 'review' }
      : { id: 'compare-safely', title: 'Compare in constant time', safety: 'safe' },
  ],
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const editor = repair.file(facts.place('place')?.path ?? finding.at.path);
    const comparison = facts.range('comparison');
    const same = sameness({ editor, repair }, comparison, facts.range('left'), facts.range('right'));
    if (!isNegated(editor, comparison, facts)) return editor.replace(comparison, same);
    const absent = [facts.range('left'), facts.range('right')].find((side) => mayBeAbsent(editor, side));
    editor.replace(comparison, absent === undefined ? not(same) : or(not(quoteRange(absent)), not(same)));
  },
};

/** A parameter that is declared to be absent at times: unlike the comparison, a call does not tell the compiler that it is there. */
function mayBeAbsent(editor: FileEditor, side: Range): boolean {
  const expr = expressionAt(editor.module, side)?.expr;
  const binding = expr?.kind === 'name' && expr.binding !== null ? editor.module.bindings[expr.binding] : undefined;
  if (binding?.kind !== 'parameter') return false;
  const param = editor.module.functions[binding.owner]?.params.find(({ pattern }) => pattern.kind === 'bind' && pattern.binding === binding.id);
  return param !== undefined && /\?\s*:|\|\s*(?:undefined|null)\b|\b(?:undefined|null)\s*\|/.test(editor.text.slice(param.range.start, param.range.end));
}

/** The code itself says it; the rule's word counts only where it is no comparison of two sides. */
function isNegated(editor: FileEditor, comparison: Range, facts: Facts): boolean {
  const expr = expressionAt(editor.module, comparison)?.expr;
  return expr?.kind === 'binary' ? expr.op === '!=' || expr.op === 'not in' : facts.flag('negated');
}

interface Work {
  readonly editor: FileEditor;
  readonly repair: Repair;
}

function sameness(work: Work, comparison: Range, leftRange: Range, rightRange: Range): Draft {
  const { editor } = work;
  const left = expressionAt(editor.module, leftRange)?.expr;
  const right = expressionAt(editor.module, rightRange)?.expr;
  if (left === undefined || right === undefined) return editor.idioms.same(quoteRange(leftRange), quoteRange(rightRange), 'anything', editor);
  for (const [list, one] of [[left, right] as const, [right, left] as const]) {
    if (!isList(work, list, 6)) continue;
    if (list.kind === 'list' && list.items.length > 0 && list.items.length <= 3) return list.items.map((item) => texts(editor, item, one)).reduce(or);
    const item = editor.local('candidate', 'one candidate');
    return editor.idioms.some(quote(list), item, editor.idioms.same(name(item), quote(one), 'anything', editor));
  }
  const part = partCompared(expressionAt(editor.module, comparison)?.expr);
  if (part) return sameParts(editor, part);
  const [leftText, rightText] = [textOf(left), textOf(right)];
  if (comparesBytes(editor, comparison) && !(leftText && rightText)) return editor.idioms.same(quote(left), quote(right), 'bytes', editor);
  return texts(editor, leftText ?? left, rightText ?? right);
}

interface PartCompared {
  readonly whole: Expr;
  readonly part: Expr;
  readonly where: 'beginning' | 'end' | 'anywhere';
}

/** `header.endsWith(digest)`, `digest in header`: what is compared is a part of a text. */
function partCompared(expr: Expr | undefined): PartCompared | undefined {
  if (expr?.kind === 'binary' && (expr.op === 'in' || expr.op === 'not in')) return { whole: expr.right, part: expr.left, where: 'anywhere' };
  if (expr?.kind !== 'call' || expr.callee.kind !== 'member') return undefined;
  const part = expr.args[0]?.value;
  const { property, object: whole } = expr.callee;
  if (part === undefined) return undefined;
  if (/^starts_?with$/i.test(property)) return { whole, part, where: 'beginning' };
  if (/^ends_?with$/i.test(property)) return { whole, part, where: 'end' };
  return /^(includes|indexOf|contains|find|search)$/.test(property) ? { whole, part, where: 'anywhere' } : undefined;
}

function sameParts(editor: FileEditor, { whole, part, where }: PartCompared): Draft {
  const { partOf } = editor.idioms;
  if (where === 'anywhere') decline('It looks for the signature anywhere in a longer text; where it has to stand is yours to say.');
  if (partOf === undefined || part.kind !== 'name') decline('It compares a part of a text; compare all of it, with the prefix that the sender puts in front.');
  return editor.idioms.same(partOf(quote(whole), where, quote(part)), quote(part), 'anything', editor);
}

const listMethods = /^(map|filter|flatMap|flat|split|rsplit|concat|slice|sort|reverse|toSorted|toReversed|keys|values|entries|splitlines|findall|matchAll)$/;
const listMakers = /^(list|tuple|set|frozenset|sorted|filter|map|reversed)$/;

/** What is a list as far as this file shows. */
function isList(work: Work, expr: Expr, depth: number): boolean {
  const { editor, repair } = work;
  const meant = valueOf(editor, expr, 4);
  if (depth === 0) return false;
  const again = (inner: Expr): boolean => isList(work, inner, depth - 1);
  switch (meant.kind) {
    case 'list':
    case 'each':
      return true;
    case 'await':
      return again(meant.operand);
    case 'conditional':
      return again(meant.then) && again(meant.otherwise);
    case 'logical':
      return again(meant.right);
    case 'call': {
      if (meant.callee.kind === 'member') {
        const { object, property } = meant.callee;
        if (object.kind === 'name' && object.name === 'Array') return property === 'from' || property === 'of';
        return listMethods.test(property) && (property !== 'slice' || again(object));
      }
      if (meant.callee.kind === 'name' && meant.callee.binding === null) return listMakers.test(meant.callee.name);
      const called = calledFunction(repair, editor, meant);
      const returned = called && editor.module.functions[called.id] === called ? statementsOf(called.body).filter((one) => one.kind === 'return') : [];
      return returned.length > 0 && [...returned].every((one) => one.value !== null && again(one.value));
    }
    default:
      return false;
  }
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
