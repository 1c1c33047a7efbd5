import { db } from './db';

export class Parcels {
  async note(event: { note?: string }) {
    const note = String(event.note ?? '');
    await db.collection('notes').insertOne({ note });
  }
}
