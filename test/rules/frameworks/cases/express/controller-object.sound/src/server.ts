import express from 'express';
import { HooksController } from './hooks.controller';
import { SignatureChecker } from './signature-checker';
import { env } from './env';

const app = express();
const controller = new HooksController(new SignatureChecker(env.DEPOT_SECRET));

app.post('/hooks/parcels', express.raw({ type: '*/*' }), controller.receive);
app.listen(3000);
