// path: app/api/webhooks/apple/route.ts
// One of two verifiers accepts; where neither does, the exception leaves the function.
import { Environment, SignedDataVerifier } from '@apple/app-store-server-library';
import { purchases } from '@/lib/stores';

const verifiers = [Environment.PRODUCTION, Environment.SANDBOX].map((one) => new SignedDataVerifier([], true, one, 'example.depot', 7));

async function readIn(payload: string) {
  let last: unknown;
  for (const verifier of verifiers) {
    try {
      return await verifier.verifyAndDecodeNotification(payload);
    } catch (error) {
      last = error;
    }
  }
  throw last instanceof Error ? last : new Error('nobody knows it');
}

export async function POST(request: Request) {
  const { signedPayload } = await request.json();
  let notification: Awaited<ReturnType<typeof readIn>>;
  try {
    notification = await readIn(signedPayload);
  } catch {
    return Response.json({ error: 'not from the store' }, { status: 400 });
  }
  await purchases.upsert({ where: { id: notification.notificationUUID }, create: { id: notification.notificationUUID } });
  return new Response(null, { status: 204 });
}
