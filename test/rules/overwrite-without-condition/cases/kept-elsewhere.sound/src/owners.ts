import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function keep(owner: string, email: string) {
  await table.send(new PutCommand({ TableName: 'owners', Item: { pk: owner, email }, ConditionExpression: 'attribute_not_exists(pk)' }));
}
