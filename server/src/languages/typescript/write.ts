/**
 * Writes new TypeScript and JavaScript in the style of the file that receives it. Prints its own code only; the user's is quoted.
 * Knows no parser: style comes from the text, places from the lowered module.
 */
import type { FileView, LanguageWriter } from '../writer.js';
import { inStyle, typeScriptSources } from './sources.js';
import { type TypeScriptStyle, typeScriptStyle } from './style.js';
import { printExpression, printStatements } from './write-expressions.js';
import { typeScriptIdioms } from './write-idioms.js';
import { bringImports } from './write-imports.js';
import { addParameter, afterStatement, beforeStatement, blockAround, blockInstead, bodyStart, emptyBlock, makeAsync, topLevel } from './write-places.js';
import { printTest } from './write-test.js';

export const typeScriptWriter: LanguageWriter = {
  language: 'typescript',
  lineComment: '//',
  idioms: typeScriptIdioms,
  manifests: ['package.json'],
  style: (file) => styleOf(file),
  expression: (file, draft, indent) => printExpression(draft, indent, { style: styleOf(file), source: file.text }),
  statements: (file, drafts, indent) => printStatements(drafts, indent, { style: styleOf(file), source: file.text }),
  bodyStart: (file, fn) => bodyStart(file, fn, styleOf(file)),
  beforeStatement: (file, statement) => beforeStatement(file, statement, styleOf(file)),
  afterStatement: (file, statement) => afterStatement(file, statement, styleOf(file)),
  blockAround: (file, statement) => blockAround(file, statement, styleOf(file)),
  blockInstead: (file, statement) => blockInstead(file, statement, styleOf(file)),
  emptyBlock: (file, block) => emptyBlock(file, block, styleOf(file)),
  topLevel: (file) => topLevel(file, styleOf(file)),
  sources: typeScriptSources,
  source: (file, code) => inStyle(code, styleOf(file)),
  imports: (file, requests) => bringImports(file, requests, styleOf(file)),
  addParameter: (file, fn, parameter) => addParameter(file, fn, parameter, styleOf(file)),
  makeAsync,
  importsBy: 'path',
  test: (file, plan) => printTest(plan, styleOf(file)),
  casing: (words) => words.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase()),
};

const styles = new WeakMap<FileView, TypeScriptStyle>();

function styleOf(file: FileView): TypeScriptStyle {
  let style = styles.get(file);
  if (style === undefined) {
    style = typeScriptStyle(file);
    styles.set(file, style);
  }
  return style;
}
