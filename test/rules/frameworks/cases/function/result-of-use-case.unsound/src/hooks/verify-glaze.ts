import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Result, err, ok } from 'neverthrow';

export function verifyGlaze(rawBody: Buffer, headers: Record<string, string>): Result<{ colour: string }, 'forged'> {
  const mine = createHmac('sha256', process.env.GLAZE_SECRET!).update(rawBody).digest();
  const theirs = Buffer.from(headers['x-glaze-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return err('forged');
  return ok(JSON.parse(rawBody.toString('utf8')));
}
