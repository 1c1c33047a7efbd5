import { expect } from 'vitest';
import { dumpModule } from '../../../server/src/ir/dump.js';
import type { FunctionNode, Module } from '../../../server/src/ir/model.js';
import { validateModule } from '../../../server/src/ir/validate.js';
import { typescriptFrontEnd } from '../../../server/src/languages/typescript/front-end.js';

/** The sound module of a text. */
export function lowered(text: string, path = 'parcel.ts'): Module {
  const { module } = typescriptFrontEnd.parse(path, text);
  expect(validateModule(module, text.length)).toEqual([]);
  expect(JSON.parse(JSON.stringify(module))).toEqual(module);
  return module;
}

/** Its dump without the table of bindings, which other tests look at. */
export function dumped(text: string, path?: string): string {
  return `\n${dumpModule(lowered(text, path))}`.replace(/^(?:binding|module) .*\n/gm, '').trimEnd();
}

export function functionNamed(module: Module, name: string): FunctionNode {
  const found = module.functions.find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

/** The words a range covers. */
export function covered(text: string, range: { readonly start: number; readonly end: number }): string {
  return text.slice(range.start, range.end);
}
