import { describe, expect, it } from 'vitest';
import { pathIsMeant } from '../../server/src/analysis/endpoints/patterns.js';

const meant: readonly (readonly [pattern: string, path: string])[] = [
  ['/hooks', '/hooks'],
  ['/hooks', '/hooks/'],
  ['/hooks/:path*', '/hooks'],
  ['/hooks/:path*', '/hooks/parcels/sent'],
  ['/hooks/:path+', '/hooks/parcels'],
  ['/hooks/:kind/sent', '/hooks/parcels/sent'],
  ['/hooks/:kind?', '/hooks'],
  ['/hooks(.*)', '/hooks/parcels'],
  ['/(api|trpc)(.*)', '/api/hooks/parcels'],
  ['/((?!_next/static|favicon.ico).*)', '/api/hooks/parcels'],
  ['/((?!api/internal|_next).*)', '/api/hooks'],
  ['/hooks/(\\d{1,})', '/hooks/parcels'], // not understood, so it may be
];

const notMeant: readonly (readonly [pattern: string, path: string])[] = [
  ['/hooks', '/hooks/parcels'],
  ['/hooks', '/hook'],
  ['/hooks/:path*', '/hooksters'],
  ['/hooks/:path+', '/hooks'],
  ['/hooks/:kind/sent', '/hooks/parcels/lost'],
  ['/hooks/:kind', '/hooks/parcels/sent'],
  ['/(api|trpc)(.*)', '/hooks'],
  ['/((?!api|_next/static).*)', '/api/hooks/parcels'],
  ['/desk/:path*', '/api/hooks'],
];

describe('patterns of paths', () => {
  it.each(meant)('%s means %s', (pattern, path) => {
    expect(pathIsMeant(pattern, path)).toBe(true);
  });

  it.each(notMeant)('%s does not mean %s', (pattern, path) => {
    expect(pathIsMeant(pattern, path)).toBe(false);
  });

  it('takes no longer for a pattern that nests what may repeat', () => {
    const started = performance.now();
    pathIsMeant(`${'/:a*'.repeat(40)}/end`, '/x'.repeat(60));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
