import express from 'express';
import { routes } from './routes';

const app = express();
app.use(express.json({ verify: (req: any, _res, buffer) => { req.rawBody = buffer; } }));
app.use(routes);
app.listen(3000);
