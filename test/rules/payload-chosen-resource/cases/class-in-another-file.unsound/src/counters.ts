import { db } from './db';

export class Counters {
  constructor(private readonly store: string) {}

  async reset(number: string) {
    await db.collection(this.store).deleteOne({ number: String(number) }); // want payload-chosen-resource "decides which collection"
  }
}
