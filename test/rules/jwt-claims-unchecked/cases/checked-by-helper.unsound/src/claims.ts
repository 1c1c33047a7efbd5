import type { JWTPayload } from 'jose';

export function holder(claims: JWTPayload): string {
  return `${claims.iss}/${claims.sub}`;
}
