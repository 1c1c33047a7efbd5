/** Expands a VS Code snippet as an editor leaves it when every tab stop is passed over: placeholders and first choices stay. */
export function expandSnippet(body: readonly string[] | string): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  const defaults = new Map<string, string>();
  for (const [, stop = '', placeholder, choices] of text.matchAll(stops)) {
    const given = placeholder ?? choices?.split(',')[0];
    if (given !== undefined && !defaults.has(stop)) defaults.set(stop, given);
  }
  return text.replaceAll(
    new RegExp(`\\\\([$}\\\\])|${stops.source}`, 'g'),
    (_, escaped?: string, stop?: string, _placeholder?: string, _choices?: string, bare?: string) => {
      return escaped ?? defaults.get(stop ?? bare ?? '') ?? '';
    },
  );
}

/** The tab stops of a snippet, in order of appearance. */
export function tabStops(body: readonly string[]): number[] {
  return [...body.join('\n').matchAll(stops)].map((match) => Number(match[1] ?? match[4]));
}

/** `${1:placeholder}`, `${1|first,second|}`, `${1}`, `$1`; not behind a backslash. */
const stops = /(?<!\\)\$(?:\{(\d+)(?::([^{}]*)|\|([^|]*)\|)?\}|(\d+))/g;
