import { robins } from './store';

export async function handler(event: { body: string }) {
  await robins.insertOne({ nest: JSON.parse(event.body).id });
  return { statusCode: 204 };
}
