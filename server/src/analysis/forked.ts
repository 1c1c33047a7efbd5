/**
 * A map for states that fork often and write little: a fork shares everything with its origin, a write is one link in front of
 * what is shared, and two forks are told apart, and joined, by what they wrote since they parted.
 */
interface Written<Key, Value> {
  readonly key: Key;
  readonly value: Value;
  readonly before: Written<Key, Value> | null;
  /** Links from here to the table. */
  readonly count: number;
}

/** More than these are gathered into a table of their own, so that reading stays cheap. */
const mostLinks = 16;

const nothingWritten: ReadonlyMap<unknown, unknown> = new Map();

export class Forked<Key, Value> {
  /** Never written to once it is here. */
  private table: ReadonlyMap<Key, Value> = nothingWritten as ReadonlyMap<Key, Value>;
  private last: Written<Key, Value> | null = null;

  get(key: Key): Value | undefined {
    for (let link = this.last; link !== null; link = link.before) if (link.key === key) return link.value;
    return this.table.get(key);
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined;
  }

  set(key: Key, value: Value): this {
    if (this.last !== null && this.last.count >= mostLinks) {
      this.table = this.entries();
      this.last = null;
    }
    this.last = { key, value, before: this.last, count: this.last === null ? 1 : this.last.count + 1 };
    return this;
  }

  delete(key: Key): void {
    if (!this.has(key)) return;
    const left = new Map(this.entries());
    left.delete(key);
    this.table = left;
    this.last = null;
  }

  /** All of it, in the order in which the keys were first written. */
  entries(): ReadonlyMap<Key, Value> {
    if (this.last === null) return this.table;
    const links: Written<Key, Value>[] = [];
    for (let link: Written<Key, Value> | null = this.last; link !== null; link = link.before) links.push(link);
    const all = new Map(this.table);
    for (let index = links.length - 1; index >= 0; index -= 1) {
      const { key, value } = links[index] as Written<Key, Value>;
      all.set(key, value);
    }
    return all;
  }

  fork(): Forked<Key, Value> {
    const fork = new Forked<Key, Value>();
    fork.table = this.table;
    fork.last = this.last;
    return fork;
  }

  /** What holds where this and `other` meet; what only one of them has stays as it is there. */
  joined(other: Forked<Key, Value>, join: (own: Value, others: Value) => Value): Forked<Key, Value> {
    if (this.last === other.last && this.table === other.table) return this;
    const met = this.fork();
    const meet = (key: Key, own: Value | undefined, others: Value | undefined): void => {
      if (own === others || others === undefined) return;
      met.set(key, own === undefined ? others : join(own, others));
    };
    if (this.table !== other.table) {
      for (const [key, value] of other.entries()) meet(key, this.get(key), value);
      return met;
    }
    const common = lastCommon(this.last, other.last);
    const seen = new Set<Key>();
    for (const start of [other.last, this.last]) {
      for (let link = start; link !== common && link !== null; link = link.before) {
        if (seen.has(link.key)) continue;
        seen.add(link.key);
        meet(link.key, this.get(link.key), other.get(link.key));
      }
    }
    return met;
  }
}

function lastCommon<Key, Value>(one: Written<Key, Value> | null, other: Written<Key, Value> | null): Written<Key, Value> | null {
  let left = one;
  let right = other;
  while (left !== right) {
    if ((left?.count ?? 0) >= (right?.count ?? 0)) left = left?.before ?? null;
    else right = right?.before ?? null;
  }
  return left;
}
