import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function handler(request: { body: string; headers: Record<string, string> }) {
  const event = JSON.parse(request.body);
  await table.send(
    new UpdateCommand({
      TableName: 'owners',
      Key: { pk: event.data.owner },
      UpdateExpression: 'ADD parcels :one',
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
  return { statusCode: 204, body: '' };
}
