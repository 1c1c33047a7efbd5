import { larks } from './store';

export async function receive(event: { body: string }) {
  const lark = JSON.parse(event.body);
  await larks.insertOne({ id: lark.id });
  return { statusCode: 204 };
}
