/** Writes a verifier into the configuration that holds for a file: one more entry, with what stands there left as it is. */
import type { Acceptance } from '../knowledge/rows.js';
import type { Snapshot } from '../workspace/index.js';
import { jsonAppended, type TextChangeAt } from '../workspace/json.js';
import { foldersFrom, parentOf } from '../workspace/paths.js';
import { configurationName } from './configurations.js';
import type { VerifierEntry } from './model.js';

export interface DeclaredFunction {
  readonly call: string;
  /** A package, or a file of the project. */
  readonly from: { readonly module: string } | { readonly file: string } | null;
  readonly accepts: Acceptance;
  readonly isAsync: boolean;
}

export type Declaration =
  /** The file is there. */
  | { readonly path: string; readonly edits: readonly TextChangeAt[] }
  /** It has to be made. */
  | { readonly path: string; readonly text: string };

/** Undefined where the file that holds is too broken to be added to. */
export function declareVerifier(snapshot: Snapshot, path: string, verifier: DeclaredFunction): Declaration | undefined {
  const there = [...foldersFrom(parentOf(path))]
    .map((folder) => (folder === '' ? configurationName : `${folder}/${configurationName}`))
    .find((each) => snapshot.text(each) !== undefined);
  const entry = entryOf(verifier, there ?? configurationName);
  if (there === undefined) return { path: configurationName, text: `${JSON.stringify({ verifiers: [entry] }, undefined, 2)}\n` };
  const edit = jsonAppended(snapshot.text(there) ?? '', 'verifiers', entry);
  return edit && { path: there, edits: [edit] };
}

function entryOf({ call, from, accepts, isAsync }: DeclaredFunction, configuration: string): VerifierEntry {
  return {
    call,
    ...(from === null ? {} : { from: 'module' in from ? from.module : relativeTo(parentOf(configuration), from.file) }),
    accepts,
    // Whether a function of the project returns a promise is seen.
    ...(isAsync && (from === null || 'module' in from) ? { async: true } : {}),
  };
}

function relativeTo(folder: string, file: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = file.replace(/\.(?:[cm]?[jt]sx?|py)$/, '').split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...to.slice(shared)].join('/');
}
