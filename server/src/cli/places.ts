/** From what stands on the command line to project roots and back to addresses that a reader can open. */
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { configurationName } from '../configuration/configurations.js';
import { UsageError } from './usage.js';

export interface Target {
  /** Absolute, without links. */
  readonly file: string;
  readonly isFolder: boolean;
  /** The project that the target belongs to: where git begins, else the nearest workspace or package at or above it, else its folder. */
  readonly root: string;
}

export function targetOf(argument: string, cwd: string): Target {
  let file: string;
  let isFolder: boolean;
  try {
    file = realpathSync(resolve(cwd, argument));
    isFolder = statSync(file).isDirectory();
    accessSync(file, isFolder ? constants.R_OK | constants.X_OK : constants.R_OK);
  } catch (error) {
    throw new UsageError(`cannot open ${argument} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
  return { file, isFolder, root: rootOf(isFolder ? file : dirname(file)) };
}

/** What addresses are relative to: the one folder that was named, else the current folder, else what all targets share. */
export function baseOf(targets: readonly Target[], cwd: string): string {
  const [only] = targets;
  if (targets.length === 1 && only?.isFolder === true) return only.file;
  const current = realpathSync(cwd);
  if (targets.every((target) => isInside(current, target.file))) return current;
  let shared = only === undefined ? current : dirname(only.file);
  while (!targets.every((target) => isInside(shared, target.file))) shared = dirname(shared);
  return shared;
}

export function addressOf(base: string, root: string, path: string): string {
  const address = relative(base, resolve(root, path));
  return sep === '\\' ? address.replaceAll('\\', '/') : address;
}

function rootOf(folder: string): string {
  const above = [...foldersAbove(folder)];
  const has = (names: readonly string[]) => (each: string) => names.some((name) => existsSync(join(each, name)));
  return above.find(has(['.git'])) ?? above.find(has(['pnpm-workspace.yaml', 'lerna.json'])) ?? above.find(has(packageSigns)) ?? folder;
}

function* foldersAbove(folder: string): Generator<string> {
  for (let current = folder; ; current = dirname(current)) {
    yield current;
    if (dirname(current) === current) return;
  }
}

function isInside(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

const packageSigns = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'requirements.txt',
  'Pipfile',
  'manage.py',
  'tsconfig.json',
  configurationName,
];
