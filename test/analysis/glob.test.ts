import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathMatcher, problemOfGlob } from '../../server/src/analysis/glob.js';

const matches = (pattern: string, path: string): boolean => pathMatcher([pattern])(path);

describe('a pattern', () => {
  it.each([
    ['src/hooks.ts', 'src/hooks.ts'],
    ['src/*.ts', 'src/hooks.ts'],
    ['**/route.ts', 'route.ts'],
    ['**/app/**/route.{ts,tsx}', 'web/app/api/hooks/route.tsx'],
    ['app/**/route.ts', 'app/route.ts'],
    ['**', 'any/thing'],
    ['hooks/**', 'hooks/a/b'],
    ['a/**/b/**/c', 'a/x/b/b/y/c'],
    ['*a*b', 'xaybzb'],
    ['?.py', 'a.py'],
    ['{a,b{c,d}}/e', 'bd/e'],
    ['app/[slug]/route.ts', 'app/[slug]/route.ts'],
    ['routes/+server.ts', 'routes/+server.ts'],
    ['*', '.hidden'],
  ])('%s takes %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(true);
  });

  it.each([
    ['src/*.ts', 'src/deep/hooks.ts'],
    ['src/*.ts', 'src/hooks.tsx'],
    ['hooks/*', 'hooks'],
    ['?.py', 'ab.py'],
    ['**/hooks', 'a/hooks/b'],
    ['{a,b}/e', 'c/e'],
    ['app/[slug]/route.ts', 'app/s/route.ts'],
    ['src.ts', 'srcxts'],
  ])('%s leaves %s', (pattern, path) => {
    expect(matches(pattern, path)).toBe(false);
  });

  it('takes its time with nothing', () => {
    const path = `${'a'.repeat(400)}/${'a/'.repeat(400)}b`;
    const started = performance.now();
    for (const pattern of [`${'*a'.repeat(140)}c`, `${'**/a/'.repeat(58)}c`, `${'**/'.repeat(90)}c`, `${'{a,a}'.repeat(60)}`])
      expect(matches(pattern, path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('means the same as trying every way', () => {
    const letter = fc.constantFrom('a', 'b', '*', '?', '/', '**/');
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 8 }), fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 }), (parts, path) => {
        const pattern = parts.join('');
        expect(matches(pattern, path.join(''))).toBe(slowly(pattern.split('/'), path.join('').split('/')));
      }),
      { numRuns: 2_000 },
    );
  });

  it('that means something else elsewhere is refused', () => {
    expect(problemOfGlob('!src/**')).toContain('negated');
    expect(problemOfGlob('src/+(a|b)')).toContain('parentheses');
    expect(problemOfGlob('src\\hooks')).toContain('`/`');
    expect(problemOfGlob('{a,b}'.repeat(10))).toContain('alternatives');
    expect(problemOfGlob('a'.repeat(301))).toContain('300');
    expect(problemOfGlob('app/(group)/[slug]/**')).toBeUndefined();
  });
});

function slowly(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') return slowly(rest, path) || (path.length > 0 && slowly(pattern, path.slice(1)));
  return path[0] !== undefined && segment(first, path[0]) && slowly(rest, path.slice(1));
}

function segment(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern[0] === '*') return segment(pattern.slice(1), text) || (text !== '' && segment(pattern, text.slice(1)));
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && segment(pattern.slice(1), text.slice(1));
}
