/** A log, an error or an answer without the secret that is in it: left out where that leaves a whole, marked where it leaves a gap. */
import type { CallExpr, Expr } from '../ir/model.js';
import { literal, quote } from '../languages/draft.js';
import type { Draft } from '../languages/writer.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { FileEditor } from './file-editor.js';
import { removeArgument, removeEntry, replaceValue } from './listed.js';
import type { Remedy } from './remedy.js';
import { expressionAt, type Visited } from './walk.js';

const REDACTED = '[redacted]';

export const logWithoutSecret: Remedy = {
  id: 'log-without-secret',
  offers(request) {
    const facts = new Facts(request);
    const isLog = facts.text('outlet') === 'log';
    if (facts.text('kind') === 'headers') return [{ id: 'log-without-secret', title: 'Log the names of the headers only', safety: 'review' }];
    const from = isLog ? 'the log' : facts.text('outlet') === 'answer' ? 'the answer' : 'the error';
    return [{ id: 'log-without-secret', title: `Leave it out of ${from}`, safety: 'review' }];
  },
  write(request, _, finding, repair) {
    const facts = new Facts(request);
    const part = facts.place('part') ?? decline('The rule did not say what is shown.');
    const editor = repair.file(part.path);
    const visited = expressionAt(editor.module, part.range) ?? decline('What is shown is not in reach.');
    if (part.path !== finding.at.path) decline('What is shown is put together in another file; leave it out there.');
    const copy = wholeCopy(visited);
    if (facts.text('kind') === 'headers') {
      const isWeb = WEB.test(facts.optionalEndpoint()?.framework ?? '');
      editor.replace(copy.whole.range, editor.idioms.headerNames(quote(visited.expr), isWeb));
      return;
    }
    leaveOut(editor, copy);
  },
};

/** Where the request is the web's. */
const WEB = /^(?:next-app|remix|svelte-kit|astro|workers|deno|bun|supabase|convex|netlify|hono|elysia)$/;

interface Copied {
  readonly whole: Expr;
  /** Outermost first, without the whole itself. */
  readonly above: readonly Expr[];
}

/** `JSON.stringify(req.headers)`, `dict(os.environ)`: another form of the same. */
function wholeCopy({ expr, above }: Visited): Copied {
  let whole = expr;
  let at = above.length;
  for (; at > 0; at--) {
    const outer = above[at - 1] as Expr;
    const isCopy =
      outer.kind === 'spread' ||
      (outer.kind === 'member' && outer.object === whole) ||
      (outer.kind === 'call' && (outer.callee === whole || isConversion(outer, whole)));
    if (!isCopy) break;
    whole = outer;
  }
  return { whole, above: above.slice(0, at) };
}

function isConversion({ callee, args }: CallExpr, inner: Expr): boolean {
  const last = callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
  return /^(?:stringify|dumps|dict|list|str|repr|String|inspect|entries|fromEntries|assign|decode|from)$/.test(last) && args[0]?.value === inner;
}

function leaveOut(editor: FileEditor, { whole, above }: Copied): void {
  const holder = above.at(-1);
  if (holder?.kind === 'text') {
    const holes = holder.parts.filter((part) => part.kind !== 'literal');
    if (holes.length > 1) return fillHole(editor, whole);
    // Nothing is left to put in, and it becomes a plain text.
    return editor.replace(holder.range, literal(holder.parts.map((part) => (part.kind === 'literal' ? String(part.value) : REDACTED)).join('')));
  }
  if (holder?.kind === 'record') {
    if (holder.entries.length > 1) return removeEntry(editor, holder, whole);
    const call = above.at(-2);
    const argument = call?.kind === 'call' ? call.args.find(({ value }) => value === holder) : undefined;
    // `log.warn({ expected }, 'no match')` becomes `log.warn('no match')`.
    if (call?.kind === 'call' && argument && call.args.length > 1 && argument.name === null) return removeArgument(editor, call, argument);
    return editor.replace(holder.range, { kind: 'record', entries: [] });
  }
  if (holder?.kind === 'call') {
    const argument = holder.args.find(({ value }) => value === whole);
    const [first] = holder.args;
    const isFormat = first?.value.kind === 'literal' && typeof first.value.value === 'string' && /%[\w(.-]|\{\}/.test(first.value.value);
    if (argument && holder.args.length > 1 && argument.name === null && !isFormat && argument !== first) return removeArgument(editor, holder, argument);
  }
  const marked: Draft = literal(REDACTED);
  replaceValue(editor, whole, holder, marked);
}

/** `${secret}` and `{secret!r}` become plain text. */
function fillHole(editor: FileEditor, whole: Expr): void {
  const { text } = editor;
  const before = /\$?\{\s*$/.exec(text.slice(0, whole.range.start));
  const after = /^\s*(?:=\s*)?(?:![rsa])?(?::[^{}\n]*)?\}/.exec(text.slice(whole.range.end));
  if (before === null || after === null) return editor.replace(whole.range, literal(REDACTED));
  editor.change({ start: before.index, end: whole.range.end + after[0].length }, REDACTED);
}
