// path: app/api/hooks/board/route.ts
import jwt from 'jsonwebtoken';
import { issues } from '@/lib/issues';

function verified(token: string): Promise<jwt.JwtPayload> {
  return new Promise((resolve, reject) => {
    jwt.verify(token, process.env.BOARD_SECRET!, { algorithms: ['HS256'], audience: 'board' }, (error, claims) => {
      if (error) reject(error);
      else resolve(claims as jwt.JwtPayload);
    });
  });
}

export async function POST(request: Request) {
  try {
    await verified((request.headers.get('authorization') ?? '').replace(/^JWT /, ''));
  } catch {
    return new Response('unknown sender', { status: 401 });
  }
  const { issue } = await request.json();
  await issues.insert({ key: issue.key });
  return new Response(null, { status: 204 });
}
