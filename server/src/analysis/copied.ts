/** A map that is copied when it is first written after a copy was taken: states fork often and write little. */
export class Copied<Key, Value> implements Iterable<[Key, Value]> {
  private isShared = false;

  constructor(private entries: Map<Key, Value> = new Map()) {}

  get(key: Key): Value | undefined {
    return this.entries.get(key);
  }

  has(key: Key): boolean {
    return this.entries.has(key);
  }

  set(key: Key, value: Value): this {
    this.own().set(key, value);
    return this;
  }

  delete(key: Key): void {
    if (this.entries.has(key)) this.own().delete(key);
  }

  get size(): number {
    return this.entries.size;
  }

  values(): Iterable<Value> {
    return this.entries.values();
  }

  keys(): Iterable<Key> {
    return this.entries.keys();
  }

  [Symbol.iterator](): Iterator<[Key, Value]> {
    return this.entries[Symbol.iterator]();
  }

  /** True when neither was written since one was copied from the other. */
  isSameAs(other: Copied<Key, Value>): boolean {
    return this.entries === other.entries;
  }

  copy(): Copied<Key, Value> {
    this.isShared = true;
    const copy = new Copied(this.entries);
    copy.isShared = true;
    return copy;
  }

  private own(): Map<Key, Value> {
    if (this.isShared) {
      this.entries = new Map(this.entries);
      this.isShared = false;
    }
    return this.entries;
  }
}
