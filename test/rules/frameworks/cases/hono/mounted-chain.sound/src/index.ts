import { Hono } from 'hono';
import { logger } from 'hono/logger';
import { hooks } from './hooks';
import { signed } from './signed';

const app = new Hono().basePath('/v1');
app.use(logger());
app.use('/hooks/*', signed);
app.route('/hooks', hooks);

export default app;
