// path: app/api/hooks/orchards/route.ts
import { decodeJwt, importSPKI, jwtVerify } from 'jose';
import { issuers } from '@/lib/issuers';
import { harvests } from '@/lib/harvests';

export async function POST(request: Request) {
  const token = request.headers.get('authorization')?.replace('Bearer ', '') ?? '';
  const { iss } = decodeJwt(token);
  const issuer = issuers[iss ?? ''];
  if (!issuer) return new Response(null, { status: 401 });
  const key = await importSPKI(issuer.publicKey, 'RS256');
  try {
    await jwtVerify(token, key, { algorithms: ['RS256'], issuer: issuer.name, audience: 'orchards' });
  } catch {
    return new Response(null, { status: 401 });
  }

  const { tree, kilos } = await request.json();
  await harvests.insert({ tree, kilos });
  return new Response(null, { status: 204 });
}
