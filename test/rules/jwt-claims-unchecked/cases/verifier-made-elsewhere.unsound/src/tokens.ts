import { createVerifier } from 'fast-jwt';

const verify = createVerifier({ key: process.env.GLACIER_PUBLIC_KEY, algorithms: ['ES256'] });

export function holderOf(header: string | undefined): string {
  const claims = verify((header ?? '').replace('Bearer ', '')); // want jwt-claims-unchecked "for whom it was issued"
  return claims.sub;
}
