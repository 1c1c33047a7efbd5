import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { libraries, providers } from '../../server/src/knowledge/index.js';
import type { CallRow } from '../../server/src/knowledge/rows.js';

/** One collected verifier, parser, middleware or accessor of an SDK. */
interface Verifier {
  readonly package: string;
  readonly call: string;
  readonly provider: string;
  readonly kind: 'verifier' | 'middleware' | 'decorator' | 'unsafe-parser' | 'decoder' | 'accessor';
  readonly verifies: boolean;
  readonly result: 'throws' | 'boolean' | 'object' | 'null-on-failure' | 'returns-payload' | null;
  readonly async: boolean;
  readonly checksTimestamp: boolean;
  readonly memberNames: readonly string[];
}

const verifiers: readonly Verifier[] = JSON.parse(readFileSync(new URL('../../server/src/knowledge/data/verifiers.json', import.meta.url), 'utf8'));

describe('every collected call', () => {
  it('is one of 134', () => {
    expect(verifiers).toHaveLength(134);
  });

  it.each(verifiers.map((verifier) => [`${verifier.package}: ${verifier.memberNames.join(', ')}`, verifier] as const))('is known: %s', (_, verifier) => {
    if (verifier.kind === 'accessor') {
      expect(libraries.flatMap((library) => library.members ?? []).map((row) => row.name)).toContain('flask.request.authorization');
      return;
    }
    for (const name of verifier.memberNames) {
      const rows = rowsOf(verifier).filter((row) => namesOf(row).some((known) => isCalled(known, name)));
      expect(rows.length, `no row for ${name}`).toBeGreaterThan(0);
      expect(
        rows.some((row) => agrees(row, asNamed(verifier, name))),
        `${name}: ${JSON.stringify(rows)}`,
      ).toBe(true);
    }
  });
});

/** An entry with several names describes the first; these are what differs. */
function asNamed(verifier: Verifier, name: string): Verifier {
  const readsNoClaims = ['compactVerify', 'flattenedVerify'].includes(name);
  return { ...verifier, async: verifier.async || name.endsWith('Async'), checksTimestamp: verifier.checksTimestamp && !readsNoClaims };
}

function agrees(row: CallRow, verifier: Verifier): boolean {
  if (!verifier.verifies) return row.skipsVerification === true && row.guard === undefined;
  if (row.compares) return verifier.provider === 'generic-hmac' && row.compares.constantTime;
  const isOneProvider = !verifier.provider.startsWith('generic-') && verifier.provider !== 'multi';
  if (row.stage) return row.stage.proves !== undefined && (!isOneProvider || row.stage.provider === verifier.provider);
  if (!row.guard) return false;
  const { guard } = row;
  return (
    (!isOneProvider || guard.provider === verifier.provider) &&
    accepts(guard.accepts, verifier.result) &&
    (verifier.result === null || (guard.isAsync === true) === verifier.async) &&
    (!verifier.checksTimestamp || guard.proves.includes('freshness'))
  );
}

function accepts(acceptance: NonNullable<CallRow['guard']>['accepts'], result: Verifier['result']): boolean {
  switch (result) {
    case 'throws':
      return acceptance === 'no-exception';
    case 'boolean':
      return acceptance === 'true';
    case 'object':
      return typeof acceptance === 'object';
    case 'null-on-failure':
      return acceptance === 'not-null';
    default:
      return true;
  }
}

function rowsOf(verifier: Verifier): CallRow[] {
  const name = verifier.package;
  return [
    ...libraries.filter((library) => library.packages?.includes(name)).flatMap((library) => library.calls),
    ...providers.filter((provider) => provider.packages.includes(name)).flatMap((provider) => provider.calls ?? []),
  ];
}

function namesOf(row: CallRow): string[] {
  return [row.call, ...(row.also ?? [])];
}

/** `WebhookParser` names the row about `linebot.v3.WebhookParser().parse`, `subtle.verify` that about `crypto.subtle.verify`. */
function isCalled(known: string, name: string): boolean {
  const plain = known.replaceAll('()', '');
  return plain === name || plain.endsWith(`.${name}`) || plain.endsWith(`/${name}`) || plain.split('.').includes(name);
}
