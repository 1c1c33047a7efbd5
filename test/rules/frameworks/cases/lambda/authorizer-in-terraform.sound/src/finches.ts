import { finches } from './store';

export async function handler(event: { body: string; isBase64Encoded: boolean }) {
  await finches.updateOne({ _id: String(JSON.parse(event.body).id) }, { $set: { seen: true } }, { upsert: true });
  return { statusCode: 204 };
}
