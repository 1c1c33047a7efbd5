/** From what stands on the command line to project roots and back to addresses that a reader can open. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from './usage.js';

export interface Target {
  /** Absolute, without links. */
  readonly file: string;
  readonly isFolder: boolean;
  /** The project that the target belongs to: where git begins, else the outermost package above it. */
  readonly root: string;
}

export function targetOf(argument: string): Target {
  let file: string;
  let isFolder: boolean;
  try {
    file = realpathSync(resolve(argument));
    isFolder = statSync(file).isDirectory();
  } catch (error) {
    throw new UsageError(`cannot open ${argument} (${error instanceof Error && 'code' in error ? String(error.code) : String(error)})`);
  }
  return { file, isFolder, root: rootOf(isFolder ? file : dirname(file)) };
}

/** What addresses are relative to: the one folder that was named, else the current folder, else what all targets share. */
export function baseOf(targets: readonly Target[]): string {
  const [only] = targets;
  if (targets.length === 1 && only?.isFolder === true) return only.file;
  const current = realpathSync('.');
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
  let outermostPackage: string | undefined;
  for (let current = folder; ; current = dirname(current)) {
    if (existsSync(resolve(current, '.git'))) return current;
    if (packageSigns.some((name) => existsSync(resolve(current, name)))) outermostPackage = current;
    if (dirname(current) === current) return outermostPackage ?? folder;
  }
}

function isInside(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

const packageSigns = ['package.json', 'pnpm-workspace.yaml', 'pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'Pipfile', 'manage.py', 'tsconfig.json'];
