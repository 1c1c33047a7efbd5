import express from 'express';
import { hooks } from './hooks';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));
app.use(hooks);
app.listen(3000);
