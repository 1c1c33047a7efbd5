import router from '@adonisjs/core/services/router';
import { middleware } from '#start/kernel';
import Parcel from '#models/parcel';

router
  .post('/hooks/billing', async ({ request, response }) => {
    await Parcel.updateOrCreate({ id: request.input('id') }, { paid: true });
    return response.noContent();
  })
  .use(middleware.signed());

router.post('/hooks/parcels', async ({ request, response }) => { // want missing-signature-verification "no signature"
  await Parcel.create({ id: request.input('id') });
  return response.noContent();
});
