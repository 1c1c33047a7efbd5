import { dumpModule } from '../../../server/src/ir/dump.js';
import type { Module } from '../../../server/src/ir/model.js';

/** The dump without what most tests do not speak of: the module's own frame and the bindings. */
export function dumped(module: Module): string[] {
  const lines = dumpModule(module).trimEnd().split('\n');
  const start = lines.findIndex((line) => line.startsWith('function#0 '));
  const after = lines.findIndex((line, index) => index > start && !line.startsWith('  '));
  const body = lines.slice(start + 1, after < 0 ? undefined : after).map((line) => line.slice(2));
  const others = after < 0 ? [] : lines.slice(after).filter((line) => !line.startsWith('binding '));
  return [...body, ...others].map((line) => line.replace(/(?<=[\w)])@\d+/g, ''));
}
