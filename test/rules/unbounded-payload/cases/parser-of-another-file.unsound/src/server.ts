import express from 'express';
import { hooks } from './hooks';

const app = express();
app.use(
  express.json({
    limit: '200mb', // want unbounded-payload "`limit` lets bodies of 200 MB through"
    verify: (req: any, _res, buffer) => {
      req.rawBody = buffer;
    },
  }),
);
app.use('/hooks', hooks);
