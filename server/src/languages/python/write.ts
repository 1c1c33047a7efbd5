/**
 * Writes new Python in the style of the file that receives it. Prints its own code only; the user's is quoted.
 * Knows no parser: style comes from the text, places from the lowered module.
 */
import type { FileView, LanguageWriter } from '../writer.js';
import { inStyle, pythonSources } from './sources.js';
import { type PythonStyle, pythonStyle } from './style.js';
import { printExpression, printStatements } from './write-expressions.js';
import { pythonIdioms } from './write-idioms.js';
import { bringImports } from './write-imports.js';
import { afterStatement, beforeStatement, bodyStart, emptyBlock, topLevel } from './write-places.js';
import { printTest } from './write-test.js';

export const pythonWriter: LanguageWriter = {
  language: 'python',
  lineComment: '#',
  idioms: pythonIdioms,
  manifests: ['requirements.txt', 'pyproject.toml'],
  style: (file) => styleOf(file),
  expression: (file, draft) => printExpression(draft, { style: styleOf(file), source: file.text }),
  statements: (file, drafts, indent) => printStatements(drafts, indent, { style: styleOf(file), source: file.text }),
  bodyStart: (file, fn) => bodyStart(file, fn, styleOf(file)),
  beforeStatement: (file, statement) => beforeStatement(file, statement, styleOf(file)),
  afterStatement: (file, statement) => afterStatement(file, statement, styleOf(file)),
  emptyBlock: (file, block) => emptyBlock(file, block, styleOf(file)),
  topLevel: (file, near) => topLevel(file, near, styleOf(file)),
  sources: pythonSources,
  source: (file, code) => inStyle(code, styleOf(file)),
  imports: (file, requests) => bringImports(file, requests, styleOf(file)),
  makeAsync: () => undefined,
  importsBy: 'name',
  test: (file, plan) => printTest(plan, styleOf(file)),
  casing: (words) => words.replaceAll(' ', '_'),
};

const styles = new WeakMap<FileView, PythonStyle>();

function styleOf(file: FileView): PythonStyle {
  let style = styles.get(file);
  if (style === undefined) {
    style = pythonStyle(file);
    styles.set(file, style);
  }
  return style;
}
