/** What can be read off any text before its language is known: line breaks and the unit of indentation. */

/** The line break that most lines end with. */
export function commonNewline(text: string): string {
  const windows = text.match(/\r\n/g)?.length ?? 0;
  const all = text.match(/\n/g)?.length ?? 0;
  return windows * 2 > all ? '\r\n' : '\n';
}

/** One step of indentation: a tab, or the number of spaces by which lines most often go deeper than the line before. */
export function commonIndent(text: string, otherwise: string): string {
  const steps = new Map<string, number>();
  let previous = '';
  for (const line of text.split('\n')) {
    const indent = /^[ \t]*(?=[^\s*])/.exec(line)?.[0];
    if (indent === undefined) continue;
    if (indent.length > previous.length && indent.startsWith(previous)) {
      const step = indent.slice(previous.length);
      if (step === '\t' || (/^ +$/.test(step) && step.length > 1 && step.length <= 8)) steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    previous = indent;
  }
  let best = otherwise;
  let most = 0;
  for (const [step, times] of steps) {
    if (times > most) [best, most] = [step, times];
  }
  return best;
}

/** How long lines may get: the least of the usual limits that the file keeps to. */
export function commonWidth(text: string, limits: readonly number[]): number {
  const longest = Math.max(0, ...text.split('\n').map((line) => line.trimEnd().length));
  return limits.find((limit) => longest <= limit) ?? limits.at(-1) ?? 120;
}

/** The white space that the line of `offset` starts with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset)))?.[0] ?? '';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset of the line break that ends the line of `offset` (of its `\r` where there is one), or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end - 1 >= offset ? end - 1 : end;
}

export function isBlank(text: string): boolean {
  return /^\s*$/.test(text);
}

/** The start of the first of the comment lines that stand right above the line starting at `start`, or `start`. */
export function aboveComments(text: string, start: number, comment: RegExp): number {
  let at = start;
  while (at > 0) {
    const above = lineStart(text, at - 1);
    if (!comment.test(text.slice(above, at))) break;
    at = above;
  }
  return at;
}

/** Lines of the user's below another indentation. */
export function keptLines(lines: readonly { readonly text: string; readonly isFixed: boolean }[], indent: string, newline: string): string {
  return lines.map(({ text, isFixed }) => (isFixed || isBlank(text) ? text : indent + text)).join(newline);
}
