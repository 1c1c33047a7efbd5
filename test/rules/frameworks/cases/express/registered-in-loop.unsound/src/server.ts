import express from 'express';
import { routes } from './routes';

const app = express();
app.use('/hooks', express.raw({ type: '*/*' }));
for (const [path, receive] of Object.entries(routes)) app.post(path, receive);
app.listen(3000);
