import express from 'express';
import { leads } from './leads';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));
app.use(leads);
app.listen(3000);
