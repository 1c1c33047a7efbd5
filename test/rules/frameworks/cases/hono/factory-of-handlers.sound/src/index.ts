import { Hono } from 'hono';
import { receive } from './receive';

const app = new Hono();
app.post('/hooks/silos', ...receive);

export default app;
