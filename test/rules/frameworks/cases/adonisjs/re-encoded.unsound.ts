// path: start/routes.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import router from '@adonisjs/core/services/router';
import env from '#start/env';
import Parcel from '#models/parcel';

router.post('/hooks/parcels', async ({ request, response }) => {
  const signature = request.header('x-depot-signature');
  if (!signature) return response.unauthorized();
  const mine = createHmac('sha256', env.get('DEPOT_SECRET'))
    .update(JSON.stringify(request.body())) // want parsed-body-signature "serialised again"
    .digest();
  const theirs = Buffer.from(signature, 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return response.unauthorized();
  await Parcel.create({ id: request.input('id') });
  return response.noContent();
});
