// path: start/routes.ts
import router from '@adonisjs/core/services/router';
import Parcel from '#models/parcel';

router.post('/hooks/parcels', async ({ request, response }) => { // want missing-signature-verification "no signature"
  await Parcel.create({ id: request.input('id'), status: request.input('status') });
  return response.noContent();
});
