import { createHmac } from 'node:crypto';
import request from 'supertest';
import { expect, it } from 'vitest';
import { createApp } from '../src/app';

const secret = 'a-secret-for-tests-only';

it('stores a genuine reading', async () => {
  const body = JSON.stringify({ meter: 'm-1', kwh: 4 });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const answer = await request(createApp(secret)).post('/hooks/meters').set('x-meter-signature', signature).send(body);
  expect(answer.status).toBe(204);
});
