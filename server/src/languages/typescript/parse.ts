/** Text to syntax trees, fresh or from the tree of the version before, without ever overflowing the stack or stalling. */
import { ts } from './compiler.js';
import { withinMeasure } from './measure.js';
import { hasEndlessModifiers, isTooDeep } from './nesting.js';

/** Undefined when the text is beyond what the parser can take. */
export function parseText(path: string, text: string): ts.SourceFile | undefined {
  const readable = withoutBinaryMark(text);
  if (isTooDeep(readable) || hasEndlessModifiers(readable)) return undefined;
  try {
    return withinMeasure(readable.length, () => ts.createSourceFile(path, readable, options, false, scriptKindOf(path)));
  } catch {
    // Chains without brackets (ternaries, else-ifs) can outgrow the stack as well. The parser starts from scratch each time.
    return undefined;
  }
}

/** One statement of a file by itself. `isModule`: the file is an ES module, where `await` is a word of its own at the top level. */
export function parseStatement(path: string, text: string, isModule: boolean): ts.SourceFile | undefined {
  if (text.includes('\uFFFD') || isTooDeep(text) || hasEndlessModifiers(text)) return undefined;
  try {
    return withinMeasure(text.length, () => ts.createSourceFile(path, text, isModule ? moduleOptions : options, false, scriptKindOf(path)));
  } catch {
    return undefined;
  }
}

/** The tree of `text`, made from that of an earlier version, which must not be used afterwards. */
export function reparse(path: string, tree: ts.SourceFile, text: string): ts.SourceFile | undefined {
  const readable = withoutBinaryMark(text);
  if (isTooDeep(readable) || hasEndlessModifiers(readable)) return undefined;
  const change = changeBetween(tree.text, readable);
  if (change === undefined) return tree;
  try {
    return withinMeasure(readable.length, () => ts.updateSourceFile(tree, readable, change));
  } catch {
    // The compiler asserts a lot while it reuses nodes; a fresh parse has none of that behind it.
    return parseText(path, text);
  }
}

/** Comments of the JSDoc kind are left alone: nothing of the neutral form is in them and reading them costs a fifth of a parse. */
const options: ts.CreateSourceFileOptions = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };

const moduleOptions: ts.CreateSourceFileOptions = {
  ...options,
  setExternalModuleIndicator: (file) => {
    (file as ts.SourceFile & { externalModuleIndicator?: unknown }).externalModuleIndicator = true;
  },
};

function scriptKindOf(path: string): ts.ScriptKind {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  if (extension === 'tsx') return ts.ScriptKind.TSX;
  if (extension === 'ts' || extension === 'mts' || extension === 'cts') return ts.ScriptKind.TS;
  // JavaScript files hold JSX under any of their extensions.
  return extension === 'jsx' ? ts.ScriptKind.JSX : ts.ScriptKind.JS;
}

/** The compiler takes text with a replacement character near its start for binary and reads nothing of it. */
function withoutBinaryMark(text: string): string {
  return text.includes('\uFFFD') ? text.replaceAll('\uFFFD', '\u25A1') : text;
}

/**
 * What differs, from the first to the last unequal character; undefined when nothing does. Found in the texts themselves,
 * because several changes would have to be merged and a client's ranges may be wrong.
 */
function changeBetween(before: string, after: string): ts.TextChangeRange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1;
  return { span: { start, length: before.length - tail - start }, newLength: after.length - tail - start };
}
