import express from 'express';
import AWS from 'aws-sdk';
import Stripe from 'stripe';

const app = express();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const docClient = new AWS.DynamoDB.DocumentClient();

app.post('/inbox/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  await docClient.put({ TableName: 'owners', Item: { owner_id: event.data.object.customer, plan: event.data.object.plan } }).promise(); // want overwrite-without-condition "`docClient.put` replaces"
  res.sendStatus(200);
});
