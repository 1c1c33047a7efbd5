import { users } from '@/lib/users';

export const POST = async (req: Request) => {
  const payload = await req.json();
  await users.create({ id: payload.data.id });
  return new Response('', { status: 201 });
};
