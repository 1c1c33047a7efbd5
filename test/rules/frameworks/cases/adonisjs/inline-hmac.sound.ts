// path: start/routes.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import router from '@adonisjs/core/services/router';
import env from '#start/env';
import Parcel from '#models/parcel';

router.post('/hooks/parcels', async ({ request, response }) => {
  const raw = request.raw();
  const signature = request.header('x-depot-signature');
  if (!raw || !signature) return response.unauthorized();
  const mine = createHmac('sha256', env.get('DEPOT_SECRET')).update(raw).digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return response.unauthorized();
  await Parcel.create({ id: request.input('id') });
  return response.noContent();
});
