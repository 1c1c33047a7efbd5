import express from 'express';
import { fleet } from './fleet';
import { verifyFleet } from './verify-fleet';

const app = express();
app.use('/webhooks/fleet', express.raw({ type: () => true }), verifyFleet, fleet);
app.listen(3000);
