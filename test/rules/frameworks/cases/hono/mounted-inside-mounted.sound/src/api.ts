import { Hono } from 'hono';
import { hooks } from './hooks';
import { signed } from './signed';

export const api = new Hono();
api.use('/hooks/*', signed);
api.route('/hooks', hooks);
