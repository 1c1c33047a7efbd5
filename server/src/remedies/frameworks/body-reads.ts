/** The places where a handler reads the body, and how they come to read the verified one instead. */
import type { Expr, Range, Statement } from '../../ir/model.js';
import { declare } from '../../languages/draft.js';
import { isBlank, lineEnd, lineStart } from '../../languages/text-style.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import { withParentheses } from '../file-editor.js';
import type { HandlerCode } from '../repair.js';
import { expressionsOf } from '../walk.js';

export interface BodyRead {
  readonly range: Range;
  /** Set when the read is all that a declaration of one name has for a value. */
  readonly declares: { readonly local: string; readonly statement: Statement; readonly typed: boolean } | null;
  /** What stands for it once the bytes are at hand; the event itself unless given. */
  readonly instead?: Draft;
}

export function bodyReads(handler: HandlerCode, read: (expr: Expr, above: readonly Expr[]) => { range: Range; instead?: Draft } | undefined): BodyRead[] {
  const found: BodyRead[] = [];
  for (const { expr, above, statement, fn } of expressionsOf(handler.editor.module, handler.fn)) {
    const here = read(expr, above);
    if (here === undefined) continue;
    const declares =
      statement?.kind === 'assign' &&
      statement.target.kind === 'bind' &&
      statement.target.declares !== null &&
      statement.value?.range.start === here.range.start &&
      statement.value.range.end === here.range.end &&
      fn === handler.fn &&
      handler.fn.body.includes(statement)
        ? {
            local: statement.target.name,
            statement,
            typed:
              handler.editor.text.slice(statement.target.range.end, here.range.start).includes(':') ||
              /\bas\b/.test(handler.editor.text.slice(here.range.end, statement.range.end)),
          }
        : null;
    found.push({ ...here, declares });
  }
  return found;
}

/**
 * With an event: every read becomes its name, and a declaration that only named the body goes. Without: a single read parses in
 * its place, several share one new name.
 */
export function adoptReads(handler: HandlerCode, reads: readonly BodyRead[], event: Draft | null, parse: () => Draft): DraftStatement[] {
  const { editor } = handler;
  // `(await request.json()).id` needs its parentheses no longer.
  const placeOf = (read: BodyRead): Range => withParentheses(editor, read.range);
  const parsed = reads.filter((read) => read.instead === undefined);
  for (const read of reads) if (read.instead) editor.replace(placeOf(read), read.instead);
  if (event !== null) {
    for (const read of parsed) {
      if (read.declares && event.kind === 'name' && read.declares.local === event.name) removeStatement(handler, read.declares.statement);
      else editor.replace(placeOf(read), event);
    }
    return [];
  }
  if (parsed.length === 0) return [];
  const [only] = parsed;
  if (parsed.length === 1 && only) {
    editor.replace(placeOf(only), parse());
    return [];
  }
  const local = editor.local('event', 'delivery', 'payload', 'verified event');
  for (const read of parsed) editor.replace(placeOf(read), { kind: 'name', name: local });
  return [declare(local, parse())];
}

/** The statement with its line, or the statement alone when the line has more. */
export function removeStatement(handler: HandlerCode, statement: Statement): void {
  const { editor } = handler;
  const { text } = editor;
  let end = statement.range.end;
  if (text[end] === ';') end++;
  const start = lineStart(text, statement.range.start);
  const alone = isBlank(text.slice(start, statement.range.start)) && isBlank(text.slice(end, lineEnd(text, end)));
  const next = lineEnd(text, end);
  const lineBreak = text.startsWith('\r\n', next) ? 2 : next < text.length ? 1 : 0;
  editor.change(alone ? { start, end: next + lineBreak } : { start: statement.range.start, end }, '');
}
