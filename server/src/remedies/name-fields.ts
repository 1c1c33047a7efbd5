/** A whole payload that is written to a record: the fields by name. Which ones a delivery may fill in is the reader's to complete. */
import type { Argument, CallExpr, Expr, Module } from '../ir/model.js';
import { call, index, literal, member, name, quote } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import type { Remedy } from './remedy.js';
import { expressionsOf, functionAt, type Visited } from './walk.js';

export const nameFields: Remedy = {
  id: 'name-fields',
  offers: () => [{ id: 'name-fields', title: 'Write the fields that are named only', safety: 'sketch' }],
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const sink = facts.place('sink') ?? finding.at;
    const editor = repair.file(sink.path);
    const fn = functionAt(editor.module, sink.range);
    const inSink = (at: { readonly start: number; readonly end: number }): boolean => sink.range.start <= at.start && at.end <= sink.range.end;
    const found = expressionsOf(editor.module, fn).filter((one) => inSink(one.expr.range) && isWhole(editor.module, one));
    const [whole] = found;
    if (whole === undefined || found.length > 1) decline('Where the payload goes in whole is not in reach; name its fields there.');
    const fields = fieldsRead(editor, whole.expr);
    const isUnknown = UNKNOWN.test(facts.optionalEndpoint()?.framework ?? '') && isBody(whole.expr);
    write(editor, whole, fields.length > 0 ? fields : [{ key: 'id', as: null }], isUnknown);
  },
};

/** Where the body has no type until somebody gives it one. */
const UNKNOWN = /^fastify$/;

/** The body, or a name that stands for it, as it is: handed on, spread, or the value of an entry. */
function isWhole(module: Module, { expr, above }: Visited): boolean {
  const holder = above.at(-1);
  if (holder?.kind !== 'call' && holder?.kind !== 'record' && holder?.kind !== 'spread') return false;
  if (holder.kind === 'call' && !holder.args.some(({ value }) => value === expr)) return false;
  // What is made of it there is another thing: a number, an object that was parsed from it.
  const called =
    holder.kind !== 'call' ? '' : holder.callee.kind === 'member' ? holder.callee.property : holder.callee.kind === 'name' ? holder.callee.name : '';
  if (/^(?:str|String|int|Number|Boolean|bool|len|parse|loads|stringify|dumps|from|decode|verify|safeParse|validate)$/.test(called)) return false;
  return isBody(expr) || (expr.kind === 'name' && expr.binding !== null && isBodyValue(module.bindings[expr.binding]?.value ?? null));
}

function isBody(expr: Expr): boolean {
  if (expr.kind === 'member') return expr.property === 'body' || (expr.property === 'json' && expr.object.kind === 'name' && expr.object.name === 'request');
  return expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'get_json';
}

/** What is parsed, read or verified gives a whole delivery. */
function isBodyValue(value: Expr | null): boolean {
  if (value === null) return false;
  if (value.kind === 'await') return isBodyValue(value.operand);
  if (isBody(value)) return true;
  return value.kind === 'call' && value.callee.kind === 'member' && /^(?:parse|loads|json|verify|unwrap)$/.test(value.callee.property);
}

interface Field {
  readonly key: string;
  /** What the code makes of it where it reads it: `Number`. */
  readonly as: string | null;
}

const CONVERSIONS = /^(?:String|Number|Boolean|parseInt|parseFloat|str|int|float|bool)$/;

/** The fields that the code around reads of it by name, in the order in which it does. */
function fieldsRead(editor: FileEditor, whole: Expr): Field[] {
  const written = editor.text.slice(whole.range.start, whole.range.end);
  const fn = functionAt(editor.module, whole.range);
  const found = new Map<string, string | null>();
  for (const { expr, above } of expressionsOf(editor.module, fn)) {
    const outer = above.at(-1);
    const around = above.at(-2);
    if (editor.text.slice(expr.range.start, expr.range.end) !== written || outer === undefined || isCallee(outer, around)) continue;
    const key =
      outer.kind === 'member' && outer.object === expr
        ? outer.property
        : outer.kind === 'index' && outer.object === expr && outer.index.kind === 'literal' && typeof outer.index.value === 'string'
          ? outer.index.value
          : null;
    if (key === null || found.has(key)) continue;
    const made = around?.kind === 'call' && around.callee.kind === 'name' && CONVERSIONS.test(around.callee.name) ? around.callee.name : null;
    found.set(key, made);
  }
  return [...found].map(([name, as]) => ({ key: name, as }));
}

function isCallee(expr: Expr, call: Expr | undefined): boolean {
  return call?.kind === 'call' && call.callee === expr;
}

function write(editor: FileEditor, { expr, above }: Visited, fields: readonly Field[], isUnknown: boolean): void {
  const holder = above.at(-1);
  const isPython = editor.writer.importsBy === 'name';
  const text = isPython ? 'str' : 'String';
  const payload: Draft = isUnknown ? { kind: 'typed', value: quote(expr), type: { code: 'Record<string, unknown>' } } : quote(expr);
  const field = ({ key, as }: Field): Draft => call(name(as ?? text), isPython ? index(payload, literal(key)) : member(payload, key));
  const entries = fields.map((one) => ({ key: one.key, value: field(one) }));
  const argument = holder?.kind === 'call' ? argumentOf(holder, expr) : undefined;
  if (argument?.spread === 'record') {
    // `**body` becomes `id=body["id"]`.
    const lead = /\*\*\s*$/.exec(editor.text.slice(0, expr.range.start))?.[0].length ?? 0;
    editor.change({ start: expr.range.start - lead, end: expr.range.start }, '');
    const written = editor.text.slice(expr.range.start, expr.range.end);
    const mark = editor.style.quote;
    editor.change(expr.range, fields.map(({ key, as }) => `${key}=${as ?? text}(${written}[${mark}${key}${mark}])`).join(', '));
    return;
  }
  if (argument?.spread || holder?.kind === 'spread') decline('The payload is spread over others here; name its fields yourself.');
  const isSpreadEntry = holder?.kind === 'record' && holder.entries.some(({ key, computed, value }) => value === expr && key === null && computed === null);
  if (isSpreadEntry) decline('The payload is spread over others here; name its fields yourself.');
  editor.replace(expr.range, { kind: 'record', entries });
}

function argumentOf({ args }: CallExpr, value: Expr): Argument | undefined {
  return args.find((one) => one.value === value);
}
