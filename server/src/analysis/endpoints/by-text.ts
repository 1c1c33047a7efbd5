/** Controllers and middlewares that a route names by text: `'ParcelsController.store'`, `middleware('signed')`. */
import type { TextNamesRow } from '../../knowledge/rows.js';
import type { Instance, Value } from '../value.js';
import type { Frame } from '../world.js';
import type { Finder } from './finder.js';
import { callsIn } from './walk.js';

/** The class and the method that a text means; `folder` is where a route says that its controllers are. */
export function controllerNamed(
  finder: Finder,
  spec: TextNamesRow,
  text: string,
  folder: string | null,
  fallback: string,
): { readonly ref: Instance; readonly method: string } | null {
  const [, file = '', method = fallback] = /^(.+?)(?:\.(\w+))?$/.exec(text) ?? [];
  const folders = folder === null ? ['', ...spec.controllers.map((one) => `${one}/`)] : [`${folder}/`];
  for (const one of folders) {
    const ref = classIn(finder, spec, `${one}${file}`);
    if (ref) return { ref, method };
  }
  return null;
}

/** What a table of the application keeps under a name, or null: `{ signed: () => import('App/Middleware/Signed') }`. */
export function middlewareNamed(finder: Finder, spec: TextNamesRow, text: string): Value | null {
  const name = text.replace(/:.*$/, '');
  for (const file of spec.tables) {
    const path = fileAt(finder, file);
    const module = path === undefined ? undefined : finder.world.project.module(path);
    if (path === undefined || !module) continue;
    const frame: Frame = { path, module, self: null, stack: [] };
    for (const call of callsIn(module)) {
      const given = call.callee.kind === 'member' && call.callee.property === spec.table ? call.args[0]?.value : undefined;
      const held = given && finder.world.readStatically(given, frame).fields?.get(name);
      if (held) return held;
    }
  }
  return null;
}

/** The class that a file of the application exports. */
export function classIn(finder: Finder, spec: TextNamesRow, address: string): Instance | null {
  const alias = Object.keys(spec.aliases).find((one) => address.startsWith(one));
  const file = alias === undefined ? address : `${spec.aliases[alias]}${address.slice(alias.length)}`;
  const path = address.startsWith('#') ? finder.world.project.resolve(finder.path, address) : fileAt(finder, file);
  return path === undefined ? null : (finder.world.imports.exported(path, 'default', new Set())?.classRef ?? null);
}

const furthest = 4;

/** A file by its address from the top of the application, which is one of the folders above the routes. */
function fileAt(finder: Finder, file: string): string | undefined {
  for (let up = 1; up <= furthest; up += 1) {
    const found = finder.world.project.resolve(finder.path, `${'../'.repeat(up)}${file}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
