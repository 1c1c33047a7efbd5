/** JSON as people write it into configuration files: with comments and trailing commas. As a value, or as a tree that knows its places. */
import { getNodeValue, type Node, type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Range } from '../ir/model.js';

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
