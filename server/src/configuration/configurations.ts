/**
 * Which configuration holds for a file: the nearest `webhookproof.config.json` at or above its folder, up to the root.
 *
 * The room reads files through snapshots, as data; it decides nothing about code. A file that becomes wrong leaves in force what it
 * said before, so nothing flickers while it is typed.
 */
import { builtIn, type Knowledge, knowledgeWith, type Scope } from '../analysis/knowledge.js';
import type { Snapshot } from '../workspace/index.js';
import { foldersFrom, nameOf, parentOf } from '../workspace/paths.js';
import { mayServe } from '../workspace/prefilter.js';
import { additionsOf, exclusionOf, signsOf } from './entries.js';
import { type Configuration, type ConfigurationProblem, type Loaded, load } from './load.js';

export type { Configuration, ConfigurationProblem } from './load.js';

export const configurationName = 'webhookproof.config.json';

export function isConfiguration(path: string): boolean {
  return nameOf(path) === configurationName;
}

/** A configuration with what follows from it. The same object for as long as nothing it was read from changes. */
export class InForce {
  readonly configuration: Configuration | undefined;
  readonly #knowledge = new Map<Scope, Knowledge>();
  #exclusion: ReturnType<typeof exclusionOf> | undefined;
  #signs: ReturnType<typeof signsOf> | undefined;

  constructor(configuration: Configuration | undefined) {
    this.configuration = configuration;
  }

  /** The same object each time, so that conclusions can be kept with it. */
  knowledge(scope: Scope = this.configuration?.scope ?? 'webhooks'): Knowledge {
    let known = this.#knowledge.get(scope);
    if (known === undefined) {
      const base = this.configuration === undefined ? builtIn : knowledgeWith(additionsOf(this.configuration));
      known = base.scope === scope ? base : { ...base, scope };
      this.#knowledge.set(scope, known);
    }
    return known;
  }

  /** The entry that excludes a file. */
  excludes(path: string): Configuration['exclude'][number] | undefined {
    if (this.configuration === undefined) return undefined;
    this.#exclusion ??= exclusionOf(this.configuration);
    return this.#exclusion(path);
  }

  /** True when a file shows a sign of what only this configuration knows, or of any endpoint where all of them are of interest. */
  mayHoldEndpoint(path: string, text: string, scope: Scope = this.configuration?.scope ?? 'webhooks'): boolean {
    if (scope === 'all-endpoints' && mayServe(text)) return true;
    if (this.configuration === undefined) return false;
    this.#signs ??= signsOf(this.configuration);
    return this.#signs(path, text);
  }
}

export interface Applied {
  readonly inForce: InForce;
  /** What is wrong with the file at this moment; then something earlier is in force, or nothing. */
  readonly problems: readonly ConfigurationProblem[];
}

const nothing: Applied = { inForce: new InForce(undefined), problems: [] };

/** Of one workspace. */
export class Configurations {
  readonly #read = new Map<string, { readonly loaded: Loaded; readonly applied: Applied }>();
  readonly #good = new Map<string, InForce>();
  readonly #ofFolders = new WeakMap<Snapshot, Map<string, Applied>>();

  for(snapshot: Snapshot, path: string): Applied {
    let folders = this.#ofFolders.get(snapshot);
    if (folders === undefined) this.#ofFolders.set(snapshot, (folders = new Map()));
    const folder = parentOf(path);
    let applied = folders.get(folder);
    if (applied === undefined) folders.set(folder, (applied = this.#nearest(snapshot, folder)));
    return applied;
  }

  /** The file itself, as it stands. */
  #at(snapshot: Snapshot, path: string): Applied {
    const known = this.#read.get(path);
    if (known !== undefined && [...known.loaded.files].every(([each, text]) => snapshot.text(each) === text)) return known.applied;
    const loaded = load(snapshot, path);
    if (loaded.configuration !== undefined) this.#good.set(path, new InForce(loaded.configuration));
    const applied = { inForce: this.#good.get(path) ?? nothing.inForce, problems: loaded.problems };
    this.#read.set(path, { loaded, applied });
    return applied;
  }

  #nearest(snapshot: Snapshot, folder: string): Applied {
    for (const each of foldersFrom(folder)) {
      const path = each === '' ? configurationName : `${each}/${configurationName}`;
      if (snapshot.text(path) !== undefined || isUnreadable(snapshot, path)) return this.#at(snapshot, path);
    }
    return nothing;
  }
}

function isUnreadable(snapshot: Snapshot, path: string): boolean {
  const problem = snapshot.problem(path);
  return problem !== undefined && problem !== 'does not exist';
}
