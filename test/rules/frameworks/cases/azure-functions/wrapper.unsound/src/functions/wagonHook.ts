import { withSignature } from '../lib/with-signature';
import { wagons } from '../lib/wagons';
import { app, type HttpRequest } from '@azure/functions';

app.http('other', { methods: ['POST'], handler: withSignature(async () => ({ status: 204 })) });

app.http('wagonHook', { // want missing-signature-verification "no signature check"
  methods: ['POST'],
  route: 'hooks/wagons',
  handler: receive,
});

async function receive(request: HttpRequest) {
  const raw = await request.text();
  const { wagon, load } = JSON.parse(raw);
  await wagons.insertOne({ wagon, load });
  return { status: 204 };
}
