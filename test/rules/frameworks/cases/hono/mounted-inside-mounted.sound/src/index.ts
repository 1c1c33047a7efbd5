import { Hono } from 'hono';
import { api } from './api';

export default new Hono().route('/api', api);
