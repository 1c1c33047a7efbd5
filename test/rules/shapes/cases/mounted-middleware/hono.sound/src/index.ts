import { Hono } from 'hono';
import { signed } from './signed';
import { meters } from './meters';

const app = new Hono();
app.use('/hooks/*', signed('x-meter-signature'));
app.route('/hooks', meters);

export default app;
