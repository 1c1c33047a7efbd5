/** Project paths: relative to the root, `/` between segments, no `.` or `..` segment. The root itself is `''`. */
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Undefined when the file lies outside the root. Accepts either kind of separator. */
export function toProjectPath(root: string, file: string): string | undefined {
  const relativePath = relative(root, isAbsolute(file) ? file : resolve(root, file));
  if (isAbsolute(relativePath)) return undefined;
  const path = sep === '\\' ? relativePath.replaceAll('\\', '/') : relativePath;
  return path === '..' || path.startsWith('../') ? undefined : path;
}

export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** Joins and resolves `.` and `..`; undefined when the result leaves the root. */
export function joinPaths(folder: string, more: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${folder}/${more}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** The folder itself, then every one above it, down to `''`. */
export function* foldersFrom(folder: string): Generator<string> {
  for (let current = folder; ; current = parentOf(current)) {
    yield current;
    if (current === '') return;
  }
}

export function isBelow(folder: string, path: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
