import express from 'express';
import { HooksController } from './hooks.controller';
import { SignatureChecker } from './signature-checker';

const app = express();
const controller = new HooksController(new SignatureChecker(process.env.DEPOT_SECRET));

app.post('/hooks/parcels', express.raw({ type: '*/*' }), controller.receive);
app.listen(3000);
