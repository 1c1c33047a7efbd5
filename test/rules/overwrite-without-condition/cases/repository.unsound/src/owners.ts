import { DynamoDB } from '@aws-sdk/client-dynamodb';

export class Owners {
  private readonly dynamo = new DynamoDB({});

  async keep(owner: string, email: string) {
    await this.dynamo.putItem({ TableName: 'owners', Item: { pk: { S: owner }, email: { S: email } } }); // want overwrite-without-condition "`this.dynamo.putItem` replaces"
  }
}
