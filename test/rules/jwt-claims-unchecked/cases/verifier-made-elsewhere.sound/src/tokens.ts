import { createVerifier } from 'fast-jwt';

const verify = createVerifier({ key: process.env.GLACIER_PUBLIC_KEY, algorithms: ['ES256'], allowedAud: 'glacier', allowedIss: 'https://id.glacier.example' });

export function holderOf(header: string | undefined): string {
  const claims = verify((header ?? '').replace('Bearer ', ''));
  return claims.sub;
}
