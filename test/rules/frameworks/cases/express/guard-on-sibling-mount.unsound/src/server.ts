import express from 'express';
import { billing, parcelHooks } from './routes';
import { signed } from './middleware/signed';

const app = express();
app.use(express.raw({ type: '*/*' }));
app.use('/hooks/billing', signed, billing);
app.use('/hooks/parcels', parcelHooks);
app.listen(3000);
