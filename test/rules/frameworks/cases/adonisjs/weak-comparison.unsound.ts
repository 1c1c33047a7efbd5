// path: start/routes.ts
import { createHmac } from 'node:crypto';
import router from '@adonisjs/core/services/router';
import env from '#start/env';
import Parcel from '#models/parcel';

router.post('/hooks/parcels', async ({ request, response }) => {
  const mine = createHmac('sha256', env.get('DEPOT_SECRET')).update(request.raw()!).digest('hex');
  if (request.header('x-depot-signature') !== mine) return response.abort('unsigned', 401); // want weak-signature-comparison "constant time"
  await Parcel.create({ id: request.input('id') });
  return response.noContent();
});
