import { DynamoDBClient, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(request: { body: string; headers: Record<string, string> }) {
  const event = JSON.parse(request.body);
  const eventId = event.id;
  if (!eventId) {
    return { statusCode: 400, body: 'Missing event id.' };
  }
  const claim = `shelves:${eventId}`;
  if (!(await claimEvent(claim))) {
    return { statusCode: 204, body: '' };
  }
  try {
    await table.send(
      new UpdateCommand({
        TableName: 'owners',
        Key: { pk: event.data.owner },
        UpdateExpression: 'ADD parcels :one',
        ExpressionAttributeValues: { ':one': 1 },
      }),
    );
  } catch (error) {
    await releaseEvent(claim);
    throw error;
  }
  return { statusCode: 204, body: '' };
}

// The key of the table is `id`, a text; `expiresAt` is its time to live.
async function claimEvent(key: string): Promise<boolean> {
  const expiresAt = Math.floor(Date.now() / 1000) + 604800;
  try {
    await table.send(new PutCommand({ TableName: process.env.HANDLED_EVENTS_TABLE, Item: { id: key, expiresAt }, ConditionExpression: 'attribute_not_exists(id)' }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) {
      return false;
    }
    throw error;
  }
}

async function releaseEvent(key: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: process.env.HANDLED_EVENTS_TABLE, Key: { id: key } }));
}
