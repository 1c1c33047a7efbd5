import { Webhook } from 'svix';
import { inFolder } from '../../../../lib/folder';

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  await inFolder((folder) => `${folder}/${event.data.report}.json`); // want injection "file"
  return new Response(null, { status: 204 });
}
