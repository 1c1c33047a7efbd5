import router from '@adonisjs/core/services/router';
import { middleware } from '#start/kernel';
import Parcel from '#models/parcel';

router
  .post('/hooks/parcels', async ({ request, response }) => {
    await Parcel.create({ id: request.input('id') });
    return response.noContent();
  })
  .use(middleware.signed());
