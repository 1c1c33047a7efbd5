/** The files a question may look at, as `workspace` or a test provides them. Analysis itself knows no file system. */
import type { Module } from '../ir/model.js';

/** Paths are relative to the project's root, with `/`. */
export interface Project {
  /** The lowered file, parsed on demand; undefined when it does not exist, is too large or is not one of our languages. Stable per snapshot. */
  module(path: string): Module | undefined;
  /** The file an import means: relative, tsconfig paths, workspace package, Python package; undefined when outside the project. */
  resolve(from: string, specifier: string): string | undefined;
  /** The file's text, so that messages can quote it; without it they spell what was understood. */
  text?(path: string): string | undefined;
  /**
   * Where conclusions about a file that is being edited are kept from version to version; empty again whenever a file on disk or
   * the set of open files changes. Undefined for files that nobody has edited.
   */
  conclusionsOf?(path: string): Map<string, unknown> | undefined;
  /** Code files that lie directly in a folder. */
  filesIn?(folder: string): readonly string[];
  /** Everything that lies directly in a folder, tests and hidden files too. */
  namesIn?(folder: string): readonly string[];
  /** Exports of a file that a deployment file of the project (serverless.yml, a SAM template) names as handlers. */
  declaredHandlers?(path: string): readonly DeclaredHandler[];
  /** Files that import `path` directly. */
  importersOf(path: string): readonly string[];
}

export interface DeclaredHandler {
  /** The exported name. */
  readonly name: string;
  /** False for handlers of queues, schedules and the like. */
  readonly isHttp: boolean;
  readonly path: string | null;
  readonly method: string | null;
  /** What the gateway asks before it lets a request through. */
  readonly authorizer: DeclaredAuthorizer | null;
}

export type DeclaredAuthorizer =
  /** A function of the project: its file without the ending, and the name that it exports. */
  | { readonly kind: 'function'; readonly name: string; readonly handler: { readonly stem: string; readonly name: string } }
  /** The platform asks for proof of who is calling. */
  | { readonly kind: 'platform'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string };
