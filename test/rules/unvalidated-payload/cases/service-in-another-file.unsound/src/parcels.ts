import { db } from './db';

export class Parcels {
  async note(event: { note?: string }) {
    const note = event.note;
    await db.collection('notes').insertOne({ note }); // want unvalidated-payload "as it came"
  }
}
