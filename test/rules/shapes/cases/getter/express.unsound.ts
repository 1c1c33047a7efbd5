import express from 'express';
import { Webhook } from 'svix';
import { parcels } from './parcels';

class Inbox {
  private get webhook() {
    return new Webhook(process.env.PARCEL_SECRET!);
  }

  receive = async (req: express.Request, res: express.Response) => {
    try {
      this.webhook.verify(req.body, req.headers as Record<string, string>);
    } catch (error) { // want fail-open-verification "catches it and goes on"
      console.warn('not from the carrier', error);
    }
    await parcels.insertOne(JSON.parse(req.body));
    return res.sendStatus(204);
  };
}

const app = express();
app.post('/inbound/parcels', express.text({ type: '*/*' }), new Inbox().receive);
