/** Between the protocol's URIs and files. The same file can be spelled in several ways: `c%3A`, `C:`, encoded spaces. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** An absolute file name; undefined for anything that is not a file (untitled documents, git's old versions) or no URI at all. */
export function fileOf(uri: string): string | undefined {
  if (!uri.toLowerCase().startsWith('file:')) return undefined;
  try {
    const file = fileURLToPath(uri);
    return /^[a-z]:/.test(file) ? file.charAt(0).toUpperCase() + file.slice(1) : file;
  } catch {
    // A malformed escape, or a host part on a system that has none: not an address we can read.
    return undefined;
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** The file's path inside `root`, with `/`; undefined when it lies elsewhere. */
export function pathInside(root: string, file: string): string | undefined {
  const relative = path.relative(root, file);
  if (relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) return undefined;
  return relative.split(path.sep).join('/');
}
