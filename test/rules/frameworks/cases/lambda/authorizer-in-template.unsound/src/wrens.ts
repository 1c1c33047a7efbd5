import { wrens } from './store';

export const handler = async (event: { body: string }) => {
  await wrens.insertOne({ id: JSON.parse(event.body).id });
  return { statusCode: 204 };
};
