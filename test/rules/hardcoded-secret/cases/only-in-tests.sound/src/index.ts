import { createApp } from './app';

const secret = process.env.METER_SECRET;
if (!secret) throw new Error('METER_SECRET is not set');
createApp(secret).listen(3000);
