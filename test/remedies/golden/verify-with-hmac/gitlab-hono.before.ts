import { Hono } from 'hono';

export const app = new Hono();

app.post('/mirror', (c) => c.json({ mirrored: mirror(c.req.path) }));
