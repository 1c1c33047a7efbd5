/** How a TypeScript or JavaScript file is written, read off its text: new code looks like the old. */

import { commonIndent, commonNewline, commonWidth } from '../text-style.js';
import type { FileView, Style } from '../writer.js';

export interface TypeScriptStyle extends Style {
  readonly semicolons: boolean;
  /** `{ a }` or `{a}` */
  readonly spacedBraces: boolean;
  /** `(x) => x` or `x => x` */
  readonly arrowParentheses: boolean;
  readonly trailingCommas: boolean;
  /** `import` or `require`. */
  readonly modules: 'import' | 'require';
  /** Types may be written. */
  readonly types: boolean;
  /** Node's own modules are written `node:crypto`. */
  readonly nodePrefix: boolean;
}

export function typeScriptStyle({ path, text }: FileView): TypeScriptStyle {
  return {
    indent: commonIndent(text, '  '),
    newline: commonNewline(text),
    width: commonWidth(text, [80, 100, 120]),
    quote: count(text, /"(?:[^"\\\n]|\\.)*"/g) > count(text, /'(?:[^'\\\n]|\\.)*'/g) ? '"' : "'",
    semicolons: count(text, /;[ \t]*(?:\/\/.*)?$/gm) >= count(text, /^[ \t]*(?:import|const|let|var|return|await|export const)\b.*[\w'"`)\]}][ \t]*$/gm),
    spacedBraces: count(text, /\{ \S/g) >= count(text, /(?<!\$)\{[\w'"]/g),
    arrowParentheses: count(text, /\(\w+\) =>/g) >= count(text, /(?<![\w.)]\s?)\b\w+ =>/g),
    trailingCommas: count(text, /,[ \t]*\r?\n\s*[)\]}]/g) > 0 || count(text, /[^\s,;{}([][ \t]*\r?\n\s*[)\]]/g) === 0,
    modules: usesRequire(path, text) ? 'require' : 'import',
    types: /\.[cm]?tsx?$/.test(path),
    nodePrefix: /['"]node:/.test(text) || !/['"](?:crypto|fs|path|http|https|buffer|url|util|stream|os|child_process)['"]/.test(text),
  };
}

function usesRequire(path: string, text: string): boolean {
  if (/^(?:import|export)\b/m.test(text)) return false;
  if (path.endsWith('.cjs') || path.endsWith('.cts')) return true;
  if (path.endsWith('.mjs') || path.endsWith('.mts')) return false;
  return /\brequire\s*\(|\bmodule\.exports\b|\bexports\./.test(text);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
