import { withSignature } from '../lib/with-signature';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest } from '@azure/functions';

app.post('wagonHook', {
  route: 'hooks/wagons',
  handler: withSignature(async (raw) => {
    const { wagon, load } = JSON.parse(raw);
    await wagons.insertOne({ wagon, load });
    return { status: 204 };
  }),
});
