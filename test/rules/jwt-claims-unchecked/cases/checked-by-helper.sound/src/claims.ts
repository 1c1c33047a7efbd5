import type { JWTPayload } from 'jose';

export function isForUs(claims: JWTPayload): boolean {
  return claims.aud === process.env.SERVICE_NAME && claims.iss === 'https://id.orchards.example';
}
