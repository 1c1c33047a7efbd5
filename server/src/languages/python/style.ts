/** How a Python file is written, read off its text. */
import { commonIndent, commonNewline, commonWidth } from '../text-style.js';
import type { FileView, Style } from '../writer.js';

export type PythonStyle = Style;

export function pythonStyle({ text }: FileView): PythonStyle {
  const single = text.match(/'(?:[^'\\\n]|\\.)*'/g)?.length ?? 0;
  const double = text.match(/"(?:[^"\\\n]|\\.)*"/g)?.length ?? 0;
  return { indent: commonIndent(text, '    '), newline: commonNewline(text), width: commonWidth(text, [88, 100, 120]), quote: single > double ? "'" : '"' };
}
