/** The sender's own id of a delivery, as code that can stand in front of the work. */
import type { Expr, FunctionNode, Range, Statement } from '../../ir/model.js';
import { bindsOf } from '../../ir/parts.js';
import { call, declare, index, literal, member, name, not, quote, when } from '../../languages/draft.js';
import { listsOf } from '../../languages/enclosing.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import { chainOf } from '../answers.js';
import { decline } from '../decline.js';
import type { Check } from '../verify.js';
import { expressionsOf, statementsOf } from '../walk.js';

export interface EventKey {
  readonly value: Draft;
  readonly before: readonly DraftStatement[];
}

/** `where` is the sender's row's word for it: `header x-delivery`, `body.id`. */
export function eventKey(check: Check, where: string, at: Range): EventKey {
  const { editor } = check.handler;
  if (where.startsWith('header ')) {
    const local = editor.local('delivery id', 'webhook id');
    const missing = when(not(name(local)), check.refuse(400, 'Missing delivery id.'));
    return { value: name(local), before: [declare(local, check.header(where.slice('header '.length))), missing] };
  }
  const path = where.replace(/^body\./, '').split('.');
  if (!where.startsWith('body.') || path.some((part) => !/^\w+$/.test(part))) decline('How the sender names a delivery is not written by us.');
  const last = path.at(-1) ?? '';
  // Senders name some of their events in other ways than the rest.
  if (!/id$/i.test(last) && !editor.text.includes(last)) decline(`Whether this event has a \`${last}\` cannot be told from this function.`);
  const event = eventOf(check, at) ?? decline('Where the parsed event is cannot be told from this function.');
  const whole = field(event, path);
  if (event.isTyped) return { value: whole, before: [] };
  const local = editor.local('event id', 'claimed id');
  return { value: name(local), before: [declare(local, whole), when(not(name(local)), check.refuse(400, 'Missing event id.'))] };
}

interface EventCode {
  readonly value: Draft;
  /** The type is the provider's own, or something that a proof gave back. */
  readonly isTyped: boolean;
  /** Its type is one of the project's, which may not know the id. */
  readonly isForeign: boolean;
  /** Fields are members here; else they are looked up. */
  readonly byMember: boolean | null;
}

function field({ value, isTyped, isForeign, byMember }: EventCode, path: readonly string[]): Draft {
  const [first = ''] = path;
  if (byMember === false) {
    const start = isTyped ? index(value, literal(first)) : call(member(value, 'get'), literal(first));
    return path.slice(1).reduce((inner, part) => index(inner, literal(part)), start);
  }
  const known: Draft = isForeign
    ? { kind: 'typed', value, type: { code: `{ ${path.length === 1 ? first : `${first}?: any`}${path.length === 1 ? '?: unknown' : ''} }` } }
    : value;
  return member(known, ...path);
}

const PROOFS = /^(?:constructEvent|constructEventAsync|construct_event|parseEventNotification|parse_event_notification|unwrap|verifyAndParse)$/;
const PARSES = /^(?:parse|loads|get_json|json|validateEvent|readBody)$/;

/** What the handler has made of the body before it works. */
function eventOf(check: Check, at: Range): EventCode | undefined {
  const { editor, fn } = check.handler;
  const assigned = visibleAssignments(fn, at);
  const best = assigned.findLast(({ value }) => PROOFS.test(lastWord(value))) ?? assigned.findLast(({ value, local }) => isParsed(fn, value) && local !== null);
  if (best?.local) {
    const isProven = PROOFS.test(lastWord(best.value));
    const written = editor.text.slice(best.statement.range.start, best.statement.range.end);
    const declared = declarationOf(fn, best.local);
    const isProviders = /\bStripe\.Event\b|\bany\b/.test(written + (declared ? editor.text.slice(declared.range.start, declared.range.end) : ''));
    const isForeign = !isProven && !isProviders && /\bas\s+(?!any\b)[\w{<(]|:\s*[A-Z]\w*[^=]*=|<[A-Z]\w*>\(/.test(written);
    return { value: name(best.local), isTyped: isProven, isForeign, byMember: accessOf(check, best.local, best.value) };
  }
  const given = bodyParameter(check);
  if (given) return { value: name(given), isTyped: false, isForeign: false, byMember: true };
  const body = bodyRead(check);
  return body && { value: quote(body), isTyped: false, isForeign: false, byMember: body.kind === 'member' && body.property === 'body' };
}

/** `({ body }, res) =>`, `hook(@Body() body)`: the name that the parsed body has as a parameter. */
function bodyParameter(check: Check): string | undefined {
  const { editor, fn } = check.handler;
  for (const { pattern, decorators } of editor.module.functions[fn.id]?.params ?? []) {
    const own = pattern.kind === 'fields' ? pattern.fields.find((one) => one.key === 'body')?.target : decorators.some(isBodyDecorator) ? pattern : undefined;
    if (own?.kind === 'bind') return own.name;
  }
  return undefined;
}

function isBodyDecorator(decorator: Expr): boolean {
  return decorator.kind === 'call' && decorator.args.length === 0 && decorator.callee.kind === 'name' && decorator.callee.name === 'Body';
}

/** The body as the handler reads it elsewhere, where reading it twice gives the same. */
function bodyRead(check: Check): Expr | undefined {
  const { editor, fn } = check.handler;
  const parameter = fn.params[0]?.pattern;
  return expressionsOf(editor.module, fn).find(({ expr, above }) => {
    const outer = above.at(-1);
    if (expr.kind === 'member' && expr.property === 'body' && expr.object.kind === 'name' && parameter?.kind === 'bind' && expr.object.name === parameter.name)
      return (outer?.kind === 'member' && outer.object === expr) || outer === undefined || outer.kind === 'call';
    const callee = expr.kind === 'call' ? expr.callee : expr;
    if (callee.kind !== 'member' || callee.object.kind !== 'name' || callee.object.name !== 'request') return false;
    return expr.kind === 'call'
      ? callee.property === 'get_json'
      : (callee.property === 'json' || callee.property === 'form') && outer !== undefined && outer.kind !== 'call';
  })?.expr;
}

interface Assigned {
  readonly local: string | null;
  readonly value: Expr;
  readonly statement: Statement;
}

/** In front of `at`, under names that are still in scope there. */
function visibleAssignments(fn: FunctionNode, at: Range): Assigned[] {
  const found: Assigned[] = [];
  const visit = (list: readonly Statement[], isAround: boolean): void => {
    for (const statement of list) {
      if (statement.range.start >= at.start) break;
      if (statement.kind === 'assign' && statement.value !== null && statement.range.end <= at.start) {
        const { target } = statement;
        const isVisible = isAround || bindsOf(target).every((bind) => bind.declares !== 'block');
        if (isVisible) found.push({ local: target.kind === 'bind' ? target.name : null, value: statement.value, statement });
      }
      for (const inner of listsOf(statement))
        visit(inner, isAround && statement.range.end >= at.end && inner.some((one) => one.range.start <= at.start && at.end <= one.range.end));
    }
  };
  visit(fn.body, true);
  return found;
}

function declarationOf(fn: FunctionNode, local: string): Statement | undefined {
  return statementsOf(fn.body).find(
    (one) => one.kind === 'assign' && one.target.kind === 'bind' && one.target.name === local && one.target.declares !== null && one.value === null,
  );
}

function isParsed(fn: FunctionNode, value: Expr): boolean {
  const expr = value.kind === 'await' ? value.operand : value;
  if (expr.kind === 'logical') return isParsed(fn, expr.left);
  if (expr.kind === 'member') return (expr.property === 'body' || expr.property === 'json') && expr.object.kind === 'name';
  return expr.kind === 'call' && PARSES.test(lastWord(expr));
}

function lastWord(expr: Expr): string {
  if (expr.kind === 'await') return lastWord(expr.operand);
  if (expr.kind !== 'call') return '';
  const { root, words } = chainOf(expr);
  return words.at(-1) ?? root ?? '';
}

/** As the handler reaches into it elsewhere; null where it does not. */
function accessOf(check: Check, local: string, value: Expr): boolean | null {
  const { editor, fn } = check.handler;
  let found: boolean | null = null;
  for (const { expr } of expressionsOf(editor.module, fn)) {
    if (expr.kind === 'index' && expr.object.kind === 'name' && expr.object.name === local) return false;
    if (expr.kind === 'member' && expr.object.kind === 'name' && expr.object.name === local) found = expr.property !== 'get';
  }
  return found ?? (value.kind === 'call' && /^(?:construct_event|get_json|loads)$/.test(lastWord(value)) ? false : null);
}
