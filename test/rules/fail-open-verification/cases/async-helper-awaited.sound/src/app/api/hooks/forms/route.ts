import { isGenuine } from '../../../../lib/genuine';
import { answers } from '../../../../lib/answers';

export async function POST(request: Request) {
  const raw = await request.text();
  const genuine = await isGenuine(raw, request.headers.get('x-form-signature'));
  if (!genuine) {
    return new Response('unauthorized', { status: 401 });
  }

  const form = JSON.parse(raw);
  await answers.insertMany(form.answers);
  return new Response(null, { status: 204 });
}
