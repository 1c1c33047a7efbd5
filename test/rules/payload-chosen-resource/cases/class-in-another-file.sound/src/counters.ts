import { db } from './db';

export class Counters {
  private readonly store: string;

  constructor(kind: string) {
    this.store = kind === 'letter' ? 'letters' : 'boxes';
  }

  async reset(number: string) {
    await db.collection(this.store).deleteOne({ number: String(number) });
  }
}
