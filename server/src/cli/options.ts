/** Options of a command, read strictly: what is not known is an error with a hint, never ignored. */

import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../configuration/nearest.js';
import { UsageError } from './usage.js';

export type OptionShape = NonNullable<ParseArgsConfig['options']>;

export interface Given {
  readonly positionals: readonly string[];
  has(name: string): boolean;
  value(name: string): string | undefined;
}

export function readOptions(command: string, args: readonly string[], shape: OptionShape): Given {
  const options: OptionShape = { ...shape, help: { type: 'boolean', short: 'h' } };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return {
      positionals,
      has: (name) => values[name] === true,
      value(name) {
        const value = values[name];
        return typeof value === 'string' ? value : undefined;
      },
    };
  } catch (error) {
    throw new UsageError(`${explained(error, Object.keys(options))}; see webhookproof ${command} --help`);
  }
}

export function oneOf<Word extends string>(given: Given, name: string, words: readonly Word[], fallback: Word): Word {
  const value = given.value(name);
  if (value === undefined) return fallback;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new UsageError(`--${name} is one of ${words.join(', ')}, not ${JSON.stringify(value)}`);
  return found;
}

/** Ids separated by commas, each of them known. */
export function ruleList(given: Given, known: readonly string[]): readonly string[] | undefined {
  const value = given.value('rules');
  if (value === undefined) return undefined;
  const ids = value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw new UsageError('--rules needs at least one rule id');
  for (const id of ids) if (!known.includes(id)) throw new UsageError(unknownRule(id, known));
  return ids;
}

export function unknownRule(id: string, known: readonly string[]): string {
  const meant = nearest(id, known);
  return `there is no rule ${JSON.stringify(id)}${meant === undefined ? '; webhookproof rules lists them' : `; did you mean ${meant}?`}`;
}

function explained(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  const unknown = /^Unknown option '(-+)([^']+)'/.exec(message);
  if (unknown?.[2] === undefined) return message.replace(/\.$/, '');
  const meant = nearest(unknown[2], known);
  return `unknown option ${unknown[1]}${unknown[2]}${meant === undefined ? '' : `; did you mean --${meant}?`}`;
}
