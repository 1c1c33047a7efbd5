import jwt from 'jsonwebtoken';

export function senderOf(authorization: string | undefined): string | null {
  if (!authorization?.startsWith('Bearer ')) return null;
  try {
    const claims = jwt.verify(authorization.slice(7), process.env.QUARRY_KEY!, { algorithms: ['RS256'], audience: 'blasts', issuer: 'https://id.quarry.example' });
    return typeof claims === 'string' ? null : (claims.sub ?? null);
  } catch {
    return null;
  }
}
