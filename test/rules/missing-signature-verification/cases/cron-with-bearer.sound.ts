// path: app/api/cron/digest/route.ts
import { digests } from '@/lib/digests';
import { sendMail } from '@/lib/mail';

export async function POST(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) {
    return new Response('unauthorized', { status: 401 });
  }

  for (const digest of await digests.due()) {
    await sendMail(digest.to, 'Your week', digest.html);
    await digests.update({ id: digest.id }, { sentAt: new Date() });
  }
  return Response.json({ ok: true });
}
