import express from 'express';
import { SignedDataVerifier, Environment } from '@apple/app-store-server-library';
import { tickets } from './tickets';

const app = express();

function verifierOf(environment: Environment): SignedDataVerifier {
  return new SignedDataVerifier([], true, environment, 'org.heath.tickets', 42);
}

async function readIn(environment: Environment, payload: string) {
  const verifier = verifierOf(environment);
  const notification = await verifier.verifyAndDecodeNotification(payload);
  const ticket = await verifier.verifyAndDecodeTransaction(notification.data!.signedTransactionInfo!);
  return { environment, notification, ticket };
}

async function readAnywhere(payload: string) {
  let last: unknown;
  for (const environment of [Environment.PRODUCTION, Environment.SANDBOX]) {
    try {
      return await readIn(environment, payload);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

app.post('/hooks/tickets', express.json(), async (req, res) => {
  const { environment, notification } = await readAnywhere(req.body.signedPayload);
  await tickets.updateOne({ _id: notification.notificationUUID }, { $set: { environment } }, { upsert: true });
  res.sendStatus(200);
});
