/**
 * Plugins that are registered by the folder they lie in: `app.register(autoload, { dir: join(__dirname, 'routes') })`. What the
 * files of such a folder export is handed the router, below a prefix that their folders make.
 */
import type { CallExpr, Expr, Module } from '../../ir/model.js';
import { eachPart } from '../../ir/parts.js';
import type { AutoloadRow, RouterRow } from '../../knowledge/rows.js';
import { isSwitchedOff } from '../calls/tokens.js';
import { argumentAt, argumentsOf } from '../read.js';
import type { Argument, Callable } from '../value.js';
import type { Frame } from '../world.js';
import type { Finder } from './finder.js';
import { pluginOf } from './handed.js';
import { callsIn } from './walk.js';

export interface Autoload {
  readonly spec: AutoloadRow;
  /** The folder, as a project path. */
  readonly folder: string;
  readonly args: readonly Argument[];
}

/** What a call registers, where it registers a folder. */
export function autoloadAt(finder: Finder, router: RouterRow, call: CallExpr, frame: Frame): Autoload | null {
  const spec = router.autoload;
  const [plugin, options] = call.args;
  if (!spec || !plugin || options?.value.kind !== 'record' || call.callee.kind !== 'member') return null;
  if (!router.mounts?.some((one) => call.callee.kind === 'member' && one.member === call.callee.property)) return null;
  if (!spec.plugins.includes(finder.world.readStatically(plugin.value, frame).name ?? '')) return null;
  const key = spec.folder.split('.').pop();
  const given = options.value.entries.find((entry) => entry.key === key)?.value;
  const folder = given ? folderMeant(finder, given, frame) : null;
  return folder === null ? null : { spec, folder, args: argumentsOf(call.args, (expr) => finder.world.readStatically(expr, frame)) };
}

/** Plugins of the folder that act on the router itself. */
export function sharedByFolder(finder: Finder, loaded: Autoload): Callable[] {
  const everything = isSwitchedOff(loaded.spec.shared, loaded.args, null);
  return (finder.world.project.filesIn?.(loaded.folder) ?? []).flatMap((path) => {
    const plugin = exportedPlugin(finder, path);
    return plugin && (plugin.isShared || everything) ? [plugin.callable] : [];
  });
}

/** The prefix of a file below such a folder; null where it is not registered by it, or its export is not this function. */
export function prefixInFolder(finder: Finder, loaded: Autoload, path: string, functionId: number): string | null {
  if (!path.startsWith(`${loaded.folder}/`)) return null;
  const plugin = exportedPlugin(finder, path);
  if (plugin?.callable.path !== path || plugin.callable.functionId !== functionId) return null;
  const prefix = argumentAt(loaded.args, loaded.spec.prefix)?.literal;
  const before = typeof prefix === 'string' ? prefix : '';
  const module = finder.world.project.module(path) as Module;
  const own = finder.world.exportedExpr(path, loaded.spec.ownPrefix);
  const said = own && finder.world.readStatically(own, { path, module, self: null, stack: [] }).literal;
  if (typeof said === 'string') return `${before}${said}`;
  if (isSwitchedOff(loaded.spec.plainFolders, loaded.args, null)) return before;
  const folders = path.slice(loaded.folder.length).split('/').slice(1, -1);
  // A parameter of the path is written as a folder that begins with an underscore.
  return `${before}${folders.map((one) => `/${one.replace(/^_/, ':')}`).join('')}`;
}

/** What the files of hooks do for a plugin: that of its own folder, and those of the folders above where they are handed down. */
export function hooksInFolder(finder: Finder, loaded: Autoload, path: string): Callable[] {
  const { hooks } = loaded.spec;
  if (!hooks || !isSwitchedOff(hooks.on, loaded.args, null)) return [];
  const folders = path
    .slice(loaded.folder.length + 1)
    .split('/')
    .slice(0, -1);
  const reaching = isSwitchedOff(hooks.below, loaded.args, null) ? folders.map((_, depth) => folders.slice(0, depth)) : [];
  return [...reaching, folders].flatMap((one) => {
    const files = finder.world.project.filesIn?.([loaded.folder, ...one].join('/')) ?? [];
    const file = files.find((each) => each !== path && nameOf(each) === hooks.file);
    const plugin = file === undefined ? null : exportedPlugin(finder, file);
    return plugin ? [plugin.callable] : [];
  });
}

/** `_auto_hooks.ts` is `autohooks`, too. */
function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\..*$/, '')
    .replaceAll('_', '')
    .toLowerCase();
}

/** Files in the folders above that may register the folder which `path` lies in. */
export function registeringFiles(finder: Finder, router: RouterRow, path: string): string[] {
  const spec = router.autoload;
  if (!spec) return [];
  const folders = path.split('/').slice(0, -1);
  const found: string[] = [];
  for (let up = 0; up <= furthest && folders.length > 0; up += 1) {
    folders.pop();
    for (const file of finder.world.project.filesIn?.(folders.join('/')) ?? []) {
      const name = file.slice(file.lastIndexOf('/') + 1).replace(/\..*$/, '');
      if (spec.registeredIn.includes(name) && importsOneOf(finder, file, spec.plugins)) found.push(file);
    }
  }
  return found;
}

const furthest = 4;

function importsOneOf(finder: Finder, path: string, packages: readonly string[]): boolean {
  return (finder.world.project.module(path)?.bindings ?? []).some(({ value }) => value?.kind === 'module' && packages.includes(value.module));
}

function exportedPlugin(finder: Finder, path: string): ReturnType<typeof pluginOf> {
  const module = finder.world.project.module(path);
  const exported = module && finder.world.exportedExpr(path, 'default');
  return module && exported ? pluginOf(finder.world, exported, { path, module, self: null, stack: [] }) : null;
}

/** `join(__dirname, 'routes')`, `new URL('routes', import.meta.url)`: the texts in it, from the folder of the file. */
function folderMeant(finder: Finder, given: Expr, from: Frame): string | null {
  const { expr, frame } = finder.world.definition(given, from);
  const texts: string[] = [];
  const visit = (part: Expr): void => {
    if (part.kind === 'literal' && typeof part.value === 'string') texts.push(part.value);
    eachPart(part, visit);
  };
  visit(expr);
  if (texts.length === 0) return null;
  const parts = frame.path.split('/').slice(0, -1);
  for (const part of texts.join('/').split('/')) {
    if (part === '..' && parts.length === 0) return null;
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The calls of the files that may register the folder of a file. */
export function autoloadsAround(
  finder: Finder,
  router: RouterRow,
  path: string,
): { readonly call: CallExpr; readonly frame: Frame; readonly loaded: Autoload }[] {
  return registeringFiles(finder, router, path).flatMap((file) => {
    const module = finder.world.project.module(file) as Module;
    const frame: Frame = { path: file, module, self: null, stack: [] };
    return callsIn(module).flatMap((call) => {
      const loaded = autoloadAt(finder, router, call, frame);
      return loaded && path.startsWith(`${loaded.folder}/`) ? [{ call, frame, loaded }] : [];
    });
  });
}
