// path: app/api/hooks/items/route.ts
import { Webhook } from 'svix';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { client } from '@/lib/dynamo';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  await client.send(new UpdateCommand({ TableName: 'items', Key: { id: event.data.id }, UpdateExpression: 'SET #f = :v', ConditionExpression: 'attribute_exists(id)', ExpressionAttributeNames: { '#f': 'title' }, ExpressionAttributeValues: { ':v': event.data.value } }));
  return new Response(null, { status: 204 });
}
