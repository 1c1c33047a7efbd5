import express from 'express';
import { pushes } from './pushes';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));
app.use(pushes);
app.listen(3000);
