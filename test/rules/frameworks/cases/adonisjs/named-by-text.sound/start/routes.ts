import Route from '@ioc:Adonis/Core/Route';
import { DateTime } from 'luxon';
import Parcel from 'App/Models/Parcel';
import { createHmac, timingSafeEqual } from 'crypto';

Route.group(() => {
  Route.post('/parcels', async ({ request, response }) => {
    const mine = createHmac('sha256', process.env.DEPOT_SECRET!).update(request.raw()!).digest();
    const theirs = Buffer.from(request.header('x-depot-signature', '')!, 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return response.status(401).send('unsigned');
    await Parcel.create({ id: request.input('id'), at: DateTime.now() });
    return response.noContent();
  });
}).prefix('/hooks');
