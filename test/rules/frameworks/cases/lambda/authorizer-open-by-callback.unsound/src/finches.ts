import { finches } from './store';

export async function handler(event: { body: string; headers: Record<string, string | undefined>; isBase64Encoded: boolean }) {
  await finches.insertOne({ id: JSON.parse(event.body).id });
  return { statusCode: 204 };
}
