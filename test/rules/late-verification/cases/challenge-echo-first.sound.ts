// path: app/api/slack/events/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { mentions } from '@/lib/mentions';

export async function POST(request: Request) {
  const raw = await request.text();
  const body = JSON.parse(raw);
  if (body.type === 'url_verification') {
    return Response.json({ challenge: body.challenge });
  }

  const timestamp = request.headers.get('x-slack-request-timestamp') ?? '';
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return new Response('stale', { status: 401 });

  const expected = 'v0=' + createHmac('sha256', process.env.SLACK_SIGNING_SECRET!).update(`v0:${timestamp}:${raw}`).digest('hex');
  const received = request.headers.get('x-slack-signature') ?? '';
  if (received.length !== expected.length || !timingSafeEqual(Buffer.from(received), Buffer.from(expected))) {
    return new Response('unauthorized', { status: 401 });
  }

  if (body.event?.type === 'app_mention') {
    await mentions.insert({ id: body.event_id, channel: body.event.channel, text: body.event.text });
  }
  return new Response();
}
