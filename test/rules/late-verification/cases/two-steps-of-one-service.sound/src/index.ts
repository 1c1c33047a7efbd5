import express from 'express';
import { controller } from './controller';

const app = express();
app.use(express.json({ verify: (req: any, _res, buffer) => { req.rawBody = buffer; } }));
app.use(controller);
app.listen(3000);
