import express from 'express';
import { hooks } from './routes';
import { signed } from './middleware/signed';

const app = express();
app.use('/hooks', express.raw({ type: '*/*' }), signed('DEPOT_SECRET'), hooks);
app.listen(3000);
