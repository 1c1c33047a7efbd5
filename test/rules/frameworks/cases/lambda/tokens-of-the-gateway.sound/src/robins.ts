import { robins } from './store';

export async function handler(event: { body: string }) {
  await robins.insertOne({ id: JSON.parse(event.body).id });
  return { statusCode: 204 };
}
