import express from 'express';
import { config } from './config';
import { github } from './github';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));
app.use(github);
app.listen(config.port);
