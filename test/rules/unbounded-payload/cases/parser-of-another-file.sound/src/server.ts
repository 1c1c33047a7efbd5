import express from 'express';
import { hooks } from './hooks';

const app = express();
app.use(
  express.json({
    limit: '2mb',
    verify: (req: any, _res, buffer) => {
      req.rawBody = buffer;
    },
  }),
);
app.use('/hooks', hooks);
