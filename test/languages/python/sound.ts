/** What holds for every lowered module, whatever the text was. */
import { expect } from 'vitest';
import type { Module } from '../../../server/src/ir/model.js';
import { validateModule } from '../../../server/src/ir/validate.js';

export function expectSound(module: Module, text: string): void {
  expect(validateModule(module, text.length)).toEqual([]);
  for (const fn of module.functions.slice(1)) expect(fn.owner).toBeLessThan(fn.id);
}
