import express from 'express';
import { parcels } from './routes/parcels';
import { health } from './routes/health';

const app = express();
app.use(express.json());
app.use('/health', health);
app.use('/webhooks', parcels);

app.listen(4000, () => console.log('listening'));
