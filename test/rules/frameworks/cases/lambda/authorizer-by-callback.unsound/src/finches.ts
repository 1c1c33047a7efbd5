import { finches } from './store';

export async function handler(event: { body: string; headers: Record<string, string | undefined>; isBase64Encoded: boolean }) { // want missing-signature-verification "no signature"
  await finches.insertOne({ id: JSON.parse(event.body).id });
  return { statusCode: 204 };
}
