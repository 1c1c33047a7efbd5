/** Names that new code may use without hiding or meeting another. */
import type { FunctionNode, Module } from '../ir/model.js';

/** Every name that the file declares anywhere, and the globals it leans on. */
export function takenNames(module: Module): Set<string> {
  const taken = new Set<string>();
  for (const binding of module.bindings) taken.add(binding.name);
  for (const fn of module.functions) if (fn.name !== null) taken.add(fn.name);
  for (const one of module.classes) if (one.name !== null) taken.add(one.name);
  collectNames(module.functions, taken);
  return taken;
}

/** What a name inside of `fn` could hide or meet: what it says itself, and what the functions around it and the file declare. */
export function takenNamesIn(module: Module, fn: FunctionNode): Set<string> {
  const around = new Set([0]);
  for (let owner = ownerOf(module, fn); owner !== undefined; owner = ownerOf(module, owner)) around.add(owner.id);
  const inside = module.functions.filter((one) => fn.range.start <= one.range.start && one.range.end <= fn.range.end);
  const ids = new Set([...around, ...inside.map((one) => one.id)]);
  const taken = new Set<string>();
  for (const binding of module.bindings) if (ids.has(binding.owner)) taken.add(binding.name);
  for (const one of module.functions) if (one.name !== null && one.owner !== null && ids.has(one.owner)) taken.add(one.name);
  for (const one of module.classes) if (one.name !== null) taken.add(one.name);
  collectNames(inside, taken);
  return taken;
}

function ownerOf(module: Module, fn: FunctionNode): FunctionNode | undefined {
  const owner = fn.owner === null ? undefined : module.functions[fn.owner];
  return owner === undefined || owner.form === 'module' || owner.form === 'class-body' ? undefined : owner;
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
