/**
 * What was concluded about the endpoints of a file that is being edited, from one version to the next. A conclusion is used again
 * while the endpoint is registered in the same way and nothing that it rests on has changed.
 */
import type { Binding } from '../ir/model.js';
import type { Endpoint } from './endpoints/model.js';
import type { Knowledge } from './knowledge.js';
import type { Project } from './project.js';
import type { Reads } from './reads.js';
import { isValue, type Value } from './value.js';
import type { Remembered, Rows, World } from './world.js';

interface Kept<Conclusion> {
  readonly subject: unknown;
  readonly remembered: Remembered<Conclusion>;
}

interface KeptAll<Conclusion> {
  readonly knowledge: Knowledge;
  readonly byName: ReadonlyMap<string, Kept<Conclusion>>;
}

export class Conclusions<Conclusion> {
  private readonly before: ReadonlyMap<string, Kept<Conclusion>>;
  private readonly now = new Map<string, Kept<Conclusion>>();
  private readonly known = new Map<Reads, boolean>();

  /** `keep` is where the last look at this file left its conclusions; without it nothing is kept. */
  constructor(
    private readonly keep: Map<string, unknown> | undefined,
    private readonly world: World,
    private readonly knowledge: Knowledge,
  ) {
    const kept = keep?.get('endpoints') as KeptAll<Conclusion> | undefined;
    this.before = kept?.knowledge === knowledge ? kept.byName : new Map();
  }

  /** The conclusion about `subject`; the second answer tells whether it is one of an earlier look. */
  about(name: string, subject: unknown, conclude: () => Conclusion): { readonly conclusion: Conclusion; readonly isKept: boolean } {
    let unique = name;
    for (let count = 2; this.now.has(unique); count += 1) unique = `${name} ${count}`;
    const kept = this.before.get(unique);
    const isKept = kept !== undefined && isSame(kept.subject, subject, { left: mostCompared }) && kept.remembered.reads.hold(this.world.project, this.known);
    const remembered = isKept ? kept.remembered : this.world.concluding(conclude);
    this.now.set(unique, { subject: isKept ? kept.subject : subject, remembered });
    return { conclusion: remembered.conclusion, isKept };
  }

  /** Leaves what was concluded to the next look. */
  close(): void {
    const all: KeptAll<Conclusion> = { knowledge: this.knowledge, byName: this.now };
    this.keep?.set('endpoints', all);
  }
}

/** What names mean, from one look to the next. */
export class Meanings {
  private readonly before: ReadonlyMap<Binding, Remembered<Value>>;
  private readonly now = new Map<Binding, Remembered<Value>>();
  private readonly known = new Map<Reads, boolean>();

  constructor(keep: Map<string, unknown>, rows: Rows) {
    const kept = keep.get('meanings') as { readonly rows: Rows; readonly byBinding: ReadonlyMap<Binding, Remembered<Value>> } | undefined;
    this.before = kept?.rows === rows ? kept.byBinding : new Map();
    keep.set('meanings', { rows, byBinding: this.now });
  }

  of(binding: Binding, project: Project): Remembered<Value> | undefined {
    const kept = this.before.get(binding);
    if (kept === undefined || !kept.reads.hold(project, this.known)) return undefined;
    this.now.set(binding, kept);
    return kept;
  }

  keep(binding: Binding, meaning: Remembered<Value>): void {
    this.now.set(binding, meaning);
  }
}

export function nameOf({ framework, methods, path, name }: Endpoint): string {
  return `${framework.id} ${methods.join()} ${path} ${name}`;
}

/** A subject is some hundred values; whatever takes more to compare is cheaper to judge again. */
const mostCompared = 20_000;

/** Plain data is compared by what it holds, the neutral form and everything else by identity. */
function isSame(left: unknown, right: unknown, budget: { left: number }): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  budget.left -= 1;
  if (budget.left < 0) return false;
  if (Array.isArray(left)) return Array.isArray(right) && left.length === right.length && left.every((item, index) => isSame(item, right[index], budget));
  if (left instanceof Map) {
    if (!(right instanceof Map) || left.size !== right.size) return false;
    for (const [key, value] of left) if (!right.has(key) || !isSame(value, right.get(key), budget)) return false;
    return true;
  }
  if (!(isPlain(left) && isPlain(right)) && !(isValue(left) && isValue(right))) return false;
  if ('kind' in left && 'range' in left) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  const [one, other] = [left as Record<string, unknown>, right as Record<string, unknown>];
  return keys.every((key) => key in other && isSame(one[key], other[key], budget));
}

function isPlain(data: object): boolean {
  return Object.getPrototypeOf(data) === Object.prototype;
}
