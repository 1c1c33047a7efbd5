/** Names that new code may use without hiding or meeting another. */
import type { Module } from '../ir/model.js';

/** Every name that the file declares anywhere, and the globals it leans on. */
export function takenNames(module: Module): Set<string> {
  const taken = new Set<string>();
  for (const binding of module.bindings) taken.add(binding.name);
  for (const fn of module.functions) if (fn.name !== null) taken.add(fn.name);
  for (const one of module.classes) if (one.name !== null) taken.add(one.name);
  collectNames(module.functions, taken);
  return taken;
}

/** The names that the file declares itself; one that it merely uses is waiting for its import. */
export function declaredNames(module: Module): Set<string> {
  return new Set(module.bindings.map((binding) => binding.name));
}

/** `wanted`, or with the first number that makes it free. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}${number}`)) number++;
  return `${wanted}${number}`;
}

function collectNames(value: unknown, taken: Set<string>): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) waiting.push(...(next as unknown[]));
    else if (typeof next === 'object' && next !== null) {
      if ('kind' in next && next.kind === 'name' && 'name' in next && typeof next.name === 'string') taken.add(next.name);
      waiting.push(...Object.values(next));
    }
  }
}
