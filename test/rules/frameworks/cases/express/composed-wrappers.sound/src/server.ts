import express from 'express';
import { compose, withLogging, withSignature } from './wrappers';
import { parcels } from './parcels';

const app = express();
app.use(express.raw({ type: '*/*' }));

app.post(
  '/hooks/parcels',
  compose(
    withLogging,
    withSignature,
  )(async (req, res) => {
    await parcels.insertOne(JSON.parse(req.body));
    res.sendStatus(204);
  }),
);
