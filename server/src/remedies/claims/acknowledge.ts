/** What a delivery is answered that was handled before: as the first one was, or with an empty 200. */
import { evaluate, giveBack, quote } from '../../languages/draft.js';
import type { DraftStatement } from '../../languages/writer.js';
import type { Check } from '../verify.js';
import { isPlainAnswer } from './place.js';

export function acknowledged({ handler, framework }: Check): DraftStatement[] {
  const { fn, editor } = handler;
  const last = fn.body.at(-1);
  const isShort = last !== undefined && !editor.text.slice(last.range.start, last.range.end).includes('\n');
  if (last && isShort && isPlainAnswer(last)) {
    if (last.kind === 'return' && last.value !== null) return [giveBack(quote(last.value))];
    if (last.kind === 'evaluate') return [evaluate(quote(last.expr)), giveBack(null)];
  }
  return framework.acknowledge?.(handler) ?? framework.refuse(handler, 200, '');
}
