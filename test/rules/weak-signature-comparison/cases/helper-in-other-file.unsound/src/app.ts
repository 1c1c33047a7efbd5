import express from 'express';
import { issues } from './issues';
import { pushes } from './pushes';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => { req.rawBody = buf; } }));
app.use(issues, pushes);
app.listen(3000);
