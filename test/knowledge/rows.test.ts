import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  anyReceiverCalls,
  effectNames,
  libraries,
  libraryCalls,
  libraryMembers,
  providerByHeader,
  providerById,
  providers,
} from '../../server/src/knowledge/index.js';
import type { CallRow, ProviderRow, SwitchSpec } from '../../server/src/knowledge/rows.js';

const calls: readonly CallRow[] = [...libraries.flatMap((library) => library.calls), ...providers.flatMap((provider) => provider.calls ?? [])];
const collected: readonly Collected[] = JSON.parse(readFileSync(new URL('../../server/src/knowledge/data/providers.json', import.meta.url), 'utf8'));

interface Collected {
  readonly id: string;
  readonly scheme: string;
  readonly signatureHeader: string | null;
  readonly toleranceSeconds: number | null;
  readonly recipe: unknown;
}

describe('providers', () => {
  it('are every collected scheme and the generic one, each once', () => {
    expect(providers.map((provider) => provider.id).sort()).toEqual([...collected.map((entry) => entry.id), 'generic-hmac'].sort());
  });

  it.each(collected.map((entry) => [entry.id, entry] as const))('says of %s what was collected', (_, entry) => {
    const row = providerById(entry.id);
    expect(row).toMatchObject({ scheme: entry.scheme, signatureHeader: entry.signatureHeader, toleranceSeconds: entry.toleranceSeconds });
    expect(row?.recipe).toEqual(entry.recipe);
  });

  it('name their headers in lower case', () => {
    const names = providers.flatMap((provider) => [...provider.headers, provider.signatureHeader, provider.timestampHeader].filter((name) => name !== null));
    expect(names.filter((name) => name !== name.toLowerCase() || /[^a-z0-9_-]/.test(name))).toEqual([]);
  });

  it('name words in lower case, each for one provider family', () => {
    const words = providers.flatMap((provider) => provider.words);
    expect(words.filter((word) => word !== word.toLowerCase())).toEqual([]);
    for (const common of ['line', 'box', 'square', 'render', 'front', 'line', 'plain']) expect(words).not.toContain(common);
    expect(providers.filter((provider) => provider.words.includes('stripe')).map((provider) => provider.id)).toEqual(['stripe']);
  });

  it('are found by header, whatever its case', () => {
    expect(idsOf(providerByHeader('Stripe-Signature'))).toEqual(['stripe']);
    expect(idsOf(providerByHeader('x-hub-signature-256'))).toEqual(expect.arrayContaining(['github', 'meta', 'whatsapp']));
    expect(providerByHeader('x-unheard-of')).toEqual([]);
  });

  it('are named by packages that belong to schemes we have', () => {
    const further = JSON.parse(readFileSync(new URL('../../server/src/knowledge/data/packages.json', import.meta.url), 'utf8')) as Record<string, string[]>;
    expect(Object.keys(further).filter((id) => providerById(id) === undefined)).toEqual([]);
    expect(providerById('line')?.packages).toEqual(expect.arrayContaining(['@line/bot-sdk', 'linebot']));
  });

  it('with a signed timestamp say where it stands', () => {
    const lost = providers.filter((provider) => provider.recipe?.timestamp.in === 'header' && provider.timestampHeader !== provider.recipe.timestamp.name);
    expect(idsOf(lost)).toEqual([]);
  });
});

describe('calls', () => {
  it('are each named once', () => {
    const names = calls.flatMap((row) => [row.call, ...(row.also ?? [])]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    expect(names.filter((name) => libraryCalls.get(name) === undefined)).toEqual([]);
  });

  it('are told by their last names by one row only', () => {
    const lasts = calls.flatMap((row) => row.anyReceiver ?? []);
    expect(lasts.filter((last, at) => lasts.indexOf(last) !== at)).toEqual([]);
    expect(anyReceiverCalls.size).toBe(lasts.length);
  });

  it('are canonical names', () => {
    const names = calls.flatMap((row) => [row.call, ...(row.also ?? [])]);
    expect(names.filter((name) => /\s|node:|\.\.|\([^)]|\.default\b/.test(name))).toEqual([]);
  });

  it('are looked up by three names at most, as far as a receiver is spelled', () => {
    const lasts = calls.flatMap((row) => row.anyReceiver ?? []);
    expect(lasts.filter((last) => last.split('.').length > 3)).toEqual([]);
  });

  it('that write bytes anew begin and end no hash', () => {
    expect(calls.filter((row) => row.encodes && (row.hash || row.finishesHash)).map((row) => row.call)).toEqual([]);
    expect(libraryCalls.get('base64.b64encode')?.encodes).toBe('base64');
  });

  it('are no guards by names that half the world uses', () => {
    const bare = [
      'verify',
      'validate',
      'parse',
      'check',
      'isValid',
      'is_valid',
      'decode',
      'receive',
      'process',
      'handle',
      'verifySignature',
      'verify_signature',
      'validateSignature',
      'validateRequest',
    ];
    expect(bare.filter((name) => anyReceiverCalls.get(name)?.guard !== undefined)).toEqual([]);
  });

  it('that mean a type answer to the type, those that are an instance do not', () => {
    expect(libraryCalls.get('svix.Webhook.verify')).toBe(libraryCalls.get('svix.Webhook().verify'));
    expect(libraryCalls.get('fast-jwt.createVerifier')).toBeUndefined();
    expect(libraryCalls.get('axios.create')).toBeUndefined();
  });

  it('name providers that exist', () => {
    const named = calls.flatMap((row) => [row.guard?.provider, row.stage?.provider]).filter((id) => id !== undefined);
    expect(named.filter((id) => providerById(id) === undefined)).toEqual([]);
  });

  it('point at arguments in the written form', () => {
    const references = calls
      .flatMap((row) => [
        row.guard?.body,
        row.guard?.signature,
        row.guard?.secret,
        row.guard?.tolerance,
        row.guard?.needsArgument,
        ...switches(row.guard?.switchedOffBy),
        row.hash?.algorithm,
        row.hash?.key,
        row.hash?.message,
        row.finishesHash?.encoding,
        row.setting?.name,
        row.setting?.fallback,
        row.statement,
        row.stage?.wraps,
        row.stage?.rawCallback,
        row.stage?.needsArgument,
        ...switches(row.stage?.switchedOffBy),
        ...switches(row.stage?.optionalBy),
        row.token?.algorithms,
        ...(row.token?.audience ?? []),
        ...(row.token?.issuer ?? []),
        ...(row.token?.binds ?? []),
        ...switches(row.token?.audienceOff),
        ...switches(row.token?.expiryOff),
      ])
      .filter((reference) => typeof reference === 'string');
    expect(references.filter((reference) => !/^(new\.)?(\d+(:\w+)?|name:\w+)(\.\w+)*$/.test(reference))).toEqual([]);
  });

  it('that hash know their algorithm or where it stands', () => {
    const unknown = calls.filter((row) => row.hash && row.hash.algorithm === undefined && row.hash.fixedAlgorithm === undefined);
    expect(unknown.map((row) => row.call)).toEqual(['crypto.subtle.sign']); // the key carries it
  });

  it('that cannot be switched off prove something, and parsers that check nothing prove nothing', () => {
    expect(calls.filter((row) => row.skipsVerification && (row.guard || row.stage?.proves))).toEqual([]);
    expect(calls.filter((row) => row.guard && row.guard.proves.length === 0)).toEqual([]);
  });
});

describe('members and effects', () => {
  it('read the environment', () => {
    expect(libraryMembers.get('process.env')?.is).toEqual(['environment']);
    expect(libraryMembers.get('os.environ')?.is).toEqual(['environment']);
  });

  it('compare receivers in lower case', () => {
    const receivers = effectNames.flatMap((effect) => [...(effect.unless ?? []), ...(effect.only ?? [])]);
    expect(receivers.filter((name) => name !== name.toLowerCase())).toEqual([]);
  });

  it('have one row a name and kind', () => {
    const keys = effectNames.map((effect) => `${effect.last} ${effect.kind}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const unlimited = effectNames.filter((effect) => effect.only === undefined).map((effect) => effect.last);
    expect(unlimited.filter((last, at) => unlimited.indexOf(last) !== at)).toEqual([]);
  });
});

describe('the room', () => {
  it('holds data only', () => {
    expect(functionsIn([libraries, providers, effectNames])).toEqual([]);
    expect(JSON.parse(JSON.stringify(providers))).toEqual(providers);
  });

  it('has current lists and a current catalogue', () => {
    const generator = fileURLToPath(new URL('../../server/src/knowledge/data/generate.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, [generator, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});

function idsOf(rows: readonly ProviderRow[]): string[] {
  return rows.map((row) => row.id);
}

function functionsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => functionsIn(inner, `${path}.${key}`));
}

function switches(given: SwitchSpec | readonly SwitchSpec[] | undefined): string[] {
  if (given === undefined) return [];
  return ('option' in given ? [given] : given).map((one) => one.option);
}
