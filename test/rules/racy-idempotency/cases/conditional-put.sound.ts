import express from 'express';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { accounts } from './accounts';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  try {
    await table.send(new PutCommand({ TableName: 'handled', Item: { pk: event.id }, ConditionExpression: 'attribute_not_exists(pk)' }));
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return res.sendStatus(200);
    throw error;
  }
  await accounts.increment({ owner: event.data.object.customer, by: 10 });
  res.sendStatus(200);
});
