// path: app/api/user/notification-preferences/route.ts
// A link in a letter carries an address and its MAC. It is made here, and is meant to be good for long.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { readers } from '@/lib/stores';

const body = z.object({ token: z.string(), letters: z.boolean() });

function addressIn(token: string): string | null {
  const [encoded, signature] = token.split('.');
  if (!encoded || !signature || !process.env.LETTERS_SECRET) return null;
  const address = Buffer.from(encoded, 'base64url').toString('utf-8');
  const expected = createHmac('sha256', process.env.LETTERS_SECRET).update(address.toLowerCase()).digest('hex').slice(0, 24);
  if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return null;
  return address;
}

export async function POST(request: Request) {
  const { token, letters } = body.parse(await request.json());
  const address = addressIn(token);
  if (address === null) return Response.json({ error: 'The link is not complete.' }, { status: 400 });
  await readers.update({ where: { address }, data: { letters } });
  return Response.json({ letters });
}
