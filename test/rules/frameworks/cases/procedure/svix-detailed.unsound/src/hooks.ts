import { os } from '@orpc/server';
import { Webhook } from 'svix';
import { z } from 'zod';
import { accounts } from './accounts';

const signing = new Webhook(process.env.CLERK_WEBHOOK_SECRET!);

export const accountChanged = os
  .route({ method: 'POST', path: '/webhooks/accounts', inputStructure: 'detailed' })
  .input(z.object({ headers: z.record(z.string(), z.string()), body: z.string() }))
  .handler(async ({ input }) => {
    let event = JSON.parse(input.body) as { type: string; data: { id: string } };
    try {
      event = signing.verify(input.body, input.headers) as typeof event;
    } catch (error) { // want fail-open-verification "goes on"
      console.error('signature', error);
    }
    if (event.type === 'user.deleted') await accounts.deleteOne({ id: event.data.id });
    return { received: true };
  });
