/** JSON as people write it into configuration files: with comments and trailing commas. As a value, or as a tree that knows its places. */
import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Range } from '../ir/model.js';
import { commonIndent, commonNewline, indentAt, isBlank, lineStart } from '../languages/text-style.js';

/** A value where it stands. Properties of an object are `property` nodes with a key and, when it was written, a value. */
export type JsonNode = Node;

export interface JsonText<Content> {
  readonly content: Content | undefined;
  readonly errors: readonly { readonly message: string; readonly range: Range }[];
}

/** What could be read of a malformed text is given all the same. */
export function jsonValue(text: string): JsonText<unknown> {
  return reading(text, (errors): unknown => parse(text, errors, options));
}

export function jsonTree(text: string): JsonText<JsonNode> {
  return reading(text, (errors) => parseTree(text, errors, options));
}

/** Only for trees without keys that mean something to JavaScript. */
export function valueOf(node: JsonNode): unknown {
  return getNodeValue(node);
}

export interface TextChangeAt {
  readonly range: Range;
  readonly text: string;
}

/**
 * The edit that adds a value to the list under a key of the outermost object, and nothing but that: comments and layout stay. Undefined
 * where the text is no object, or has something else under that key.
 */
export function jsonAppended(text: string, key: string, value: unknown): TextChangeAt | undefined {
  const { content: root, errors } = jsonTree(text);
  if (root?.type !== 'object' || errors.length > 0) return undefined;
  const list = findNodeAtLocation(root, [key]);
  if (list !== undefined) return list.type === 'array' ? joined(text, list, onOneLine(value), '') : undefined;
  const newline = commonNewline(text);
  const unit = commonIndent(text, '  ');
  const first = root.children?.[0];
  const isSpread = first === undefined || isBlank(text.slice(lineStart(text, first.offset), first.offset));
  if (!isSpread) return joined(text, root, `${JSON.stringify(key)}: [${onOneLine(value)}]`, '');
  const indent = first === undefined ? unit : indentAt(text, first.offset);
  return joined(text, root, `${JSON.stringify(key)}: [${newline}${indent}${unit}${onOneLine(value)}${newline}${indent}]`, newline);
}

/** One more part behind the last one, on a line of its own if that has one. */
function joined(text: string, { offset, children }: JsonNode, part: string, newline: string): TextChangeAt {
  const last = children?.at(-1);
  if (last === undefined) {
    const start = offset + 1;
    return { range: { start, end: start }, text: newline === '' ? part : `${newline}${commonIndent(text, '  ')}${part}${newline}` };
  }
  const end = last.offset + last.length;
  const ownLine = isBlank(text.slice(lineStart(text, last.offset), last.offset));
  return { range: { start: end, end }, text: `${ownLine ? `,${commonNewline(text)}${indentAt(text, last.offset)}` : ', '}${part}` };
}

/** `{ "a": 1, "b": { "c": 2 } }` */
function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${onOneLine(each)}`)
    .join(', ')} }`;
}

const options = { allowTrailingComma: true };

function reading<Content>(text: string, read: (errors: ParseError[]) => Content | undefined): JsonText<Content> {
  const errors: ParseError[] = [];
  try {
    const content = read(errors);
    return { content, errors: errors.map(({ error, offset, length }) => ({ message: words(error), range: { start: offset, end: offset + length } })) };
  } catch (error) {
    // The parser calls itself once a level.
    const message = error instanceof RangeError ? 'it is nested too deeply' : String(error).split('\n', 1)[0];
    return { content: undefined, errors: [{ message: message ?? '', range: { start: 0, end: Math.min(1, text.length) } }] };
  }
}

/** `PropertyNameExpected` -> `property name expected`. */
function words(code: number): string {
  return printParseErrorCode(code)
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .toLowerCase();
}
