import express from 'express';
import { route } from './route';

const app = express();
app.use(express.json({ verify: (req: any, _res, buf) => (req.rawBody = buf) }));
app.use(route);
app.listen(8080);
