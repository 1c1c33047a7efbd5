import express from 'express';
import { signed } from './signed';
import { routes } from './routes';

const app = express();
for (const [path, receive] of Object.entries(routes)) app.post(path, express.raw({ type: '*/*' }), signed, receive);
app.listen(3000);
