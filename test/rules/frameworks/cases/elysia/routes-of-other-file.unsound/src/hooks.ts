import { Elysia } from 'elysia';
import { accept } from './accept';

export const hooks = new Elysia({ prefix: '/hooks' }).post('/parcels', ({ request }) => accept(request));
