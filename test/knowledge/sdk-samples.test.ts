import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { providerById, providers } from '../../server/src/knowledge/index.js';
import type { ProviderRow } from '../../server/src/knowledge/rows.js';
import { leftOutOfUnsound } from '../support/cases.js';
import { type Dialect, express, flask, next, type Program } from './samples/dialects.js';
import { type Fault, ruleOf, type Sample } from './samples/model.js';
import { type Scanned, scanSamples } from './samples/scan.js';
import { javascriptCalls, pythonCalls, type SdkCall, stages } from './samples/sdk-calls.js';
import { behindStage, bySdk, faultsOf, type Verifier } from './samples/sdk-samples.js';

const verifiers: readonly Verifier[] = JSON.parse(readFileSync(new URL('../../server/src/knowledge/data/verifiers.json', import.meta.url), 'utf8'));
const generic = providerById('generic-hmac') as ProviderRow;

interface SdkSample extends Sample {
  readonly provider: ProviderRow;
}

const samples = new Map<string, SdkSample>();
const uncovered: string[] = [];
verifiers.forEach((verifier, index) => {
  for (const name of verifier.memberNames) {
    const key = `${verifier.package} ${name}`;
    const provider = providers.find((one) => one.id === verifier.provider) ?? generic;
    const add = (dialect: Dialect, fault: Fault | null, program: Program): void =>
      void samples.set(`${verifier.lang} ${key} ${fault ?? 'sound'}`, { provider, dialect, program, fault });
    const stage = stages[`${verifier.lang} ${key}`];
    const sdk = (verifier.lang === 'python' ? pythonCalls : javascriptCalls)[key];
    if (stage) {
      const dialect = verifier.lang === 'python' ? flask : express;
      if (verifier.verifies) add(dialect, null, behindStage(dialect, provider, stage, false));
      if (stage.off) add(dialect, verifier.verifies ? 'switched-off' : 'parser', behindStage(dialect, provider, stage, true));
    } else if (sdk) {
      const dialect = dialectOf(verifier, sdk, index);
      const isAsync = verifier.lang === 'js' && (verifier.async || name.endsWith('Async') || sdk.isPromise === true);
      const faults = verifier.kind === 'decoder' ? (['decoded'] as const) : faultsOf(verifier, isAsync);
      for (const fault of [...(verifier.verifies ? [null] : []), ...faults]) add(dialect, fault, bySdk(dialect, provider, verifier, sdk, isAsync, fault));
    } else uncovered.push(`${verifier.lang} ${key}`);
  }
});

/** What is no call in a handler of its own: applications and receivers that listen themselves, wrappers of whole handlers, accessors. */
const otherwise = [
  'js @octokit/webhooks createWebMiddleware',
  'js @slack/bolt App',
  'js @slack/bolt ExpressReceiver',
  'js @slack/bolt HTTPReceiver',
  'js @slack/bolt AwsLambdaReceiver',
  'js grammy webhookCallback',
  'js telegraf webhookCallback',
  'js telegraf createWebhook',
  'js @shopify/shopify-api webhooks.process',
  'js @linear/sdk createHandler',
  'js @upstash/qstash verifySignatureAppRouter',
  'js @upstash/qstash verifySignature',
  'js @upstash/qstash verifySignatureEdge',
  'js hono-webhook-verify webhookVerify',
  'js jose decodeProtectedHeader',
  'python slack_bolt SlackRequestHandler',
  'python werkzeug / flask-httpauth request.authorization',
];

function dialectOf(verifier: Verifier, sdk: SdkCall, index: number): Dialect {
  if (verifier.lang === 'python') return flask;
  if (sdk.dialect !== undefined) return sdk.dialect === 'express' ? express : next;
  return index % 2 === 0 ? express : next;
}

let scanned: ReadonlyMap<string, Scanned>;
beforeAll(async () => {
  scanned = await scanSamples(samples);
}, 120_000);

describe('handlers that verify with an SDK', () => {
  it('are there for every call', () => {
    expect(uncovered).toEqual(otherwise);
  });

  for (const [name, { fault, provider }] of samples) {
    it(name, () => {
      const { findings: all, problems, text } = scanned.get(name) as Scanned;
      const findings = all.filter((one) => fault === null || !leftOutOfUnsound.has(one.rule));
      const said = [...findings.map((one) => `${one.rule}: ${one.message}`), ...problems].join('\n');
      const rule = fault === null ? null : ruleOf[fault];
      if (problems.length > 0 || findings.some((one) => one.rule !== rule)) expect.fail(`${said}\n${text}`);
      if (rule !== null && !findings.some((one) => one.certainty !== 'cannot-tell')) expect.fail(`no ${rule}\n${text}`);
      if (fault === 'parser') expect(findings[0]?.message).toContain(provider.name.replace(/ \(.*/, ''));
    });
  }
});
