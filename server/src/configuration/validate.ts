/** Holds a tree of JSON against the schema: what is wrong, where, and what was probably meant. Knows the part of JSON Schema that ours uses. */
import { problemOfGlob } from '../analysis/glob.js';
import type { Range } from '../ir/model.js';
import type { JsonNode } from '../workspace/json.js';
import { nearest } from './nearest.js';
import schemaText from './schema.json?raw';

export interface Problem {
  readonly message: string;
  readonly range: Range;
}

/** Nobody reads more of them. */
const mostProblems = 50;
const deepest = 32;
const mostEntries = 2_000;
/** Names that mean something else to JavaScript than to the writer of the file. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

interface RootSchema extends Schema {
  readonly definitions: Readonly<Record<string, Schema>>;
}

let root: RootSchema | undefined;

export function problemsOf(tree: JsonNode): readonly Problem[] {
  root ??= JSON.parse(schemaText) as RootSchema;
  const validation = new Validation(root);
  validation.check(tree, root, '', 0);
  return validation.problems.slice(0, mostProblems).sort((left, right) => left.range.start - right.range.start);
}

class Validation {
  readonly problems: Problem[] = [];
  readonly #root: RootSchema;

  constructor(schema: RootSchema) {
    this.#root = schema;
  }

  /** `name` is how the value is called in messages: the key it stands under. */
  check(node: JsonNode, given: Schema, name: string, depth: number): void {
    if (this.problems.length >= mostProblems) return;
    const schema = this.#resolved(given);
    const called = name === '' ? 'the file' : `\`${name}\``;
    if (depth > deepest) return this.#tell(node, `${called} is nested too deeply`);
    if (schema.anyOf !== undefined) {
      const fitting = schema.anyOf.map((one) => this.#resolved(one)).filter((one) => isOfType(node, one));
      const [only] = fitting;
      if (only !== undefined && fitting.length === 1) return this.check(node, only, name, depth);
      if (fitting.length > 1) return;
      return this.#tell(node, `${called} is ${schema.anyOf.map((one) => this.#shape(one)).join(' or ')}, not ${shown(node)}`);
    }
    if (!isOfType(node, schema)) return this.#tell(node, `${called} is ${this.#shape(schema)}, not ${shown(node)}`);
    if (schema.enum !== undefined && !schema.enum.includes(node.value)) return this.#tell(node, this.#unknownWord(node, schema.enum, called));
    if (node.type === 'string') this.#text(node, schema, called);
    else if (node.type === 'array') this.#list(node, schema, name, depth);
    else if (node.type === 'object') this.#object(node, schema, name, depth);
  }

  #text(node: JsonNode, schema: Schema, called: string): void {
    const text = String(node.value);
    if (schema.minLength !== undefined && text.trim().length < schema.minLength) this.#tell(node, `${called} must say something`);
    if (schema.pattern !== undefined && (text.length > 300 || !new RegExp(schema.pattern).test(text)))
      this.#tell(node, `${called} is a name, or names joined by dots, not ${shown(node)}`);
    const problem = schema.format === 'glob' ? problemOfGlob(text) : undefined;
    if (problem !== undefined) this.#tell(node, `${called}: ${problem}`);
  }

  #list(node: JsonNode, { items }: Schema, name: string, depth: number): void {
    const entries = node.children ?? [];
    if (entries.length > mostEntries) return this.#tell(node, `\`${name}\` has more than ${mostEntries} entries`);
    for (const entry of entries) this.check(entry, items ?? {}, name, depth + 1);
  }

  #object(node: JsonNode, schema: Schema, name: string, depth: number): void {
    const seen = new Set<string>();
    const mistyped = new Set<string>();
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? [];
      if (key === undefined) continue;
      const word = String(key.value);
      if (reserved.has(word)) this.#tell(key, `\`${word}\` cannot be used as a key`);
      else if (seen.has(word)) this.#tell(key, `\`${word}\` is said twice`);
      seen.add(word);
      const own = schema.properties !== undefined && Object.hasOwn(schema.properties, word) ? schema.properties[word] : schema.additionalProperties;
      if (own === false) {
        const known = Object.keys(schema.properties ?? {});
        const meant = nearest(word, known);
        // Who mistyped a key has not left it out.
        if (meant !== undefined) mistyped.add(meant);
        this.#tell(key, unknownKey(word, name, known, meant));
      } else if (value !== undefined) this.check(value, own ?? {}, word, depth + 1);
    }
    const missing = (schema.required ?? []).filter((word) => !seen.has(word) && !mistyped.has(word));
    if (missing.length > 0)
      this.#tell(
        { ...node, length: 1 },
        `${missing.map((word) => `\`${word}\``).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing${name === '' ? '' : ` in \`${name}\``}`,
      );
  }

  #unknownWord(node: JsonNode, words: readonly unknown[], called: string): string {
    const meant =
      typeof node.value === 'string'
        ? nearest(
            node.value,
            words.filter((word) => typeof word === 'string'),
          )
        : undefined;
    return `${called} is ${oneOf(words)}, not ${shown(node)}${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
  }

  /** What is expected, in words. */
  #shape(given: Schema): string {
    const schema = this.#resolved(given);
    if (schema.anyOf !== undefined) return schema.anyOf.map((one) => this.#shape(one)).join(' or ');
    if (schema.enum !== undefined) return oneOf(schema.enum);
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['anything']);
    return types.map((type) => articles[type] ?? type).join(' or ');
  }

  #resolved(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : (this.#root.definitions[schema.$ref.replace('#/definitions/', '')] ?? schema);
  }

  #tell({ offset, length }: JsonNode, message: string): void {
    this.problems.push({ message, range: { start: offset, end: offset + length } });
  }
}

const articles: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function isOfType(node: JsonNode, { type }: Schema): boolean {
  return type === undefined || (typeof type === 'string' ? type === node.type : type.includes(node.type));
}

function oneOf(words: readonly unknown[]): string {
  const quoted = words.map((word) => JSON.stringify(word));
  return quoted.length < 2 ? (quoted[0] ?? 'nothing') : `one of ${quoted.join(', ')}`;
}

function shown({ type, value }: JsonNode): string {
  if (type === 'string') return JSON.stringify(String(value).slice(0, 60));
  return type === 'array' || type === 'object' ? (articles[type] ?? type) : String(value);
}

function unknownKey(word: string, name: string, known: readonly string[], meant: string | undefined): string {
  const place = name === '' ? '' : ` in \`${name}\``;
  return `unknown key \`${word.slice(0, 60)}\`${place}${meant === undefined ? `; known are ${known.join(', ')}` : `; did you mean \`${meant}\`?`}`;
}
