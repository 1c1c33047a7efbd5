/** What holds for every lowered module, whatever the text was. */
import { expect } from 'vitest';
import type { Module, Range } from '../../../server/src/ir/model.js';

export function expectSound(module: Module, text: string): void {
  module.functions.forEach((fn, id) => {
    expect(fn.id).toBe(id);
    if (id > 0) expect(fn.owner).toBeLessThan(id);
  });
  module.classes.forEach((node, id) => {
    expect(node.id).toBe(id);
    for (const method of node.methods) expect(module.functions[method]?.classId).toBe(id);
  });
  module.bindings.forEach((binding, id) => {
    expect(binding.id).toBe(id);
  });
  // Numbers that JSON cannot hold, and undefined, would not survive.
  expect(JSON.parse(JSON.stringify(module))).toEqual(module);
  eachRange(module, (range) => {
    if (range.start < 0 || range.start > range.end || range.end > text.length) expect.fail(`range ${range.start}-${range.end} of ${text.length}`);
  });
}

/** Visits every `range`, `nameRange` ... in the module. */
function eachRange(value: unknown, visit: (range: Range) => void): void {
  const waiting: unknown[] = [value];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (typeof at !== 'object' || at === null) continue;
    if ('start' in at && 'end' in at) visit(at as Range);
    else for (const inner of Object.values(at)) waiting.push(inner);
  }
}
