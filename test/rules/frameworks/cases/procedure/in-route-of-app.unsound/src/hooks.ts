import { createHmac, timingSafeEqual } from 'node:crypto';
import { ORPCError, os } from '@orpc/server';
import { z } from 'zod';
import { slabs } from './slabs';

const input = z.object({ headers: z.object({ 'x-slab-signature': z.string() }), body: z.object({ slab: z.string(), grade: z.number() }) });

export const slabCut = os
  .route({ method: 'POST', path: '/webhooks/slabs', inputStructure: 'detailed' })
  .input(input)
  .handler(async ({ input: { headers, body } }) => {
    const mine = createHmac('sha256', process.env.SLAB_SECRET!)
      .update(JSON.stringify(body)) // want parsed-body-signature "serialised again"
      .digest();
    const theirs = Buffer.from(headers['x-slab-signature'], 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) throw new ORPCError('UNAUTHORIZED');
    await slabs.insertOne({ slab: body.slab, grade: body.grade });
    return { stored: true };
  });
