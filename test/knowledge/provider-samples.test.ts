import { beforeAll, describe, expect, it } from 'vitest';
import { providers } from '../../server/src/knowledge/index.js';
import type { ProviderRow } from '../../server/src/knowledge/rows.js';
import { type Dialect, express, flask, next } from './samples/dialects.js';
import { type Fault, ruleOf, type Sample } from './samples/model.js';
import { byRecipe, canHave } from './samples/recipes.js';
import { type Scanned, scanSamples } from './samples/scan.js';
import { byScheme } from './samples/schemes.js';
import { unchecked } from './samples/signals.js';

interface ProviderSample extends Sample {
  readonly provider: ProviderRow;
}

const samples = new Map<string, ProviderSample>();
const senders = providers.filter((provider) => !provider.isConvention || provider.words.length > 0);
senders.forEach((provider, index) => {
  // What a framework or a language changes is tested elsewhere, so what is wrong takes turns; every scheme is sound and unsound in both languages.
  const isEven = index % 2 === 0;
  const script = isEven ? express : next;
  for (const dialect of [script, flask]) {
    add(provider, dialect, null);
    add(provider, dialect, 'unchecked');
  }
  add(provider, isEven ? script : flask, 'weak');
  add(provider, isEven ? flask : script, 'unset');
  add(provider, index % 4 < 2 ? script : flask, 're-encoded');
});

function add(provider: ProviderRow, dialect: Dialect, fault: Fault | null): void {
  const { recipe } = provider;
  const program =
    fault === 'unchecked'
      ? unchecked(dialect, provider)
      : recipe === null
        ? byScheme(dialect, provider, fault)
        : fault === null || canHave(recipe, fault)
          ? byRecipe(dialect, provider, recipe, fault)
          : null;
  if (program !== null) samples.set(`${provider.id} ${dialect.id} ${fault ?? 'sound'}`, { provider, dialect, program, fault });
}

let scanned: ReadonlyMap<string, Scanned>;
beforeAll(async () => {
  scanned = await scanSamples(samples);
}, 120_000);

describe('handlers that check by hand', () => {
  it('are there for every scheme', () => {
    const without = senders.filter(({ id }) => !samples.has(`${id} flask sound`) || !(samples.has(`${id} express sound`) || samples.has(`${id} next sound`)));
    expect(without.map((provider) => provider.id)).toEqual([]);
    expect(senders).toHaveLength(203);
  });

  for (const [name, { fault, provider }] of samples) {
    it(name, () => {
      const { findings, problems, text } = scanned.get(name) as Scanned;
      const said = [...findings.map((one) => `${one.rule}: ${one.message}`), ...problems].join('\n');
      // The mere presence of a token in the standard header has a rule of its own.
      const isBearer = fault === 'unchecked' && provider.signatureHeader === 'authorization';
      const rule = fault === null ? null : isBearer ? 'bearer-only-auth' : ruleOf[fault];
      if (problems.length > 0 || findings.some((one) => one.rule !== rule)) expect.fail(`${said}\n${text}`);
      if (rule !== null && !findings.some((one) => one.certainty !== 'cannot-tell')) expect.fail(`no ${rule}\n${text}`);
      if (fault !== 'unchecked' || isBearer) return;
      const advice = findings[0]?.message.split('\n')[2] ?? '';
      if (!namesIn(provider).some((one) => advice.includes(one))) expect.fail(`names not ${provider.name}: ${said}\n${text}`);
      if (!adviceFor(provider).test(advice)) expect.fail(`no advice for ${provider.scheme}: ${said}`);
    });
  }
});

/** A scheme is named by itself or by another of the same sender, which no header tells apart. */
function namesIn(provider: ProviderRow): string[] {
  const words = new Set([...provider.words, ...(provider.commonWords ?? [])]);
  return senders.filter((one) => one === provider || one.words.some((word) => words.has(word))).map((one) => one.name);
}

function adviceFor({ scheme, leavesBodyOpen }: ProviderRow): RegExp {
  if (scheme === 'none' || leavesBodyOpen) return /fetch the object from its API/;
  switch (scheme) {
    case 'shared-token':
      return /token.* in constant time|signature/;
    case 'basic-auth':
      return /user and password/;
    case 'jwt':
      return /signature, audience, issuer and expiry/;
    case 'certificate':
      return /certificate/;
    case 'ed25519':
    case 'ecdsa':
    case 'rsa':
      return /public key|signature/;
    default:
      return /signature|token/;
  }
}
