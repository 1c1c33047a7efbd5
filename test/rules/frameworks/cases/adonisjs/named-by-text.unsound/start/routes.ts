import Route from '@ioc:Adonis/Core/Route';
import Parcel from 'App/Models/Parcel';

Route.group(() => {
  Route.post('/parcels', async ({ request, response }) => { // want missing-signature-verification "no signature"
    await Parcel.create({ id: request.input('id') });
    return response.noContent();
  });
}).prefix('/hooks');
