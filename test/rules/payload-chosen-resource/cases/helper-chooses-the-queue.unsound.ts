import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const app = express();

const sqs = new SQSClient({});

async function forward({ queue, number }: { queue: string; number: string }) {
  await sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: number })); // want payload-chosen-resource "decides which queue"
}

function genuine(body: Buffer, header: string | undefined): boolean {
  const mine = createHmac('sha256', process.env.PARCEL_SECRET!).update(body).digest();
  const theirs = Buffer.from(header ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

app.post('/hooks/parcels', express.raw({ type: 'application/json' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-parcel-signature'))) return res.sendStatus(401);
  const body = JSON.parse(req.body.toString('utf8'));
  await forward({ queue: body.queue, number: body.number });
  res.sendStatus(204);
});
