import express from 'express';
import { router } from './handler';

express()
  .use(express.json({ verify: (req: any, _res, buffer) => { req.rawBody = buffer; } }))
  .use(router)
  .listen(3000);
