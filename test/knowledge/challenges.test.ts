/**
 * Senders that ask an address a question before they deliver to it. Answering it says nothing of what is delivered afterwards, in
 * whichever form it is asked; and an answer in front of a check does the check no harm.
 */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/src/analysis/finding.js';
import { providers } from '../../server/src/knowledge/index.js';
import { caseOf } from '../support/cases.js';
import { scanCase } from '../support/scan-case.js';

/** How a handler of Express answers, by sender: a route of its own for questions by GET, else the beginning of the handler. */
const asked: Readonly<Record<string, { readonly get?: string; readonly post?: string }>> = {
  asana: { post: "if (req.get('x-hook-secret')) return res.set('X-Hook-Secret', req.get('x-hook-secret')).sendStatus(200);" },
  'aws-sns': {},
  braintree: { get: 'res.send(await gateway.webhookNotification.verify(String(req.query.bt_challenge)));' },
  discord: {},
  ebay: {
    get: "res.json({ challengeResponse: createHash('sha256').update(String(req.query.challenge_code)).update(process.env.HANDSHAKE_TOKEN!).update(endpoint).digest('hex') });",
  },
  figma: {},
  github: {},
  'google-push': {},
  line: {},
  mandrill: {},
  meta: { get: "if (req.query['hub.verify_token'] === process.env.HANDSHAKE_TOKEN) res.send(req.query['hub.challenge']); else res.sendStatus(403);" },
  'microsoft-graph': { post: "if (req.query.validationToken) return res.type('text/plain').send(req.query.validationToken);" },
  monday: { post: 'if (event.challenge) return res.json({ challenge: event.challenge });' },
  notion: {},
  nylas: { get: 'res.send(req.query.challenge);' },
  okta: { get: "res.json({ verification: req.get('x-okta-verification-challenge') });" },
  slack: { post: "if (event.type === 'url_verification') return res.send(event.challenge);" },
  trello: {},
  twitch: { post: "if (req.get('twitch-eventsub-message-type') === 'webhook_callback_verification') return res.type('text').send(event.challenge);" },
  whatsapp: { get: "if (req.query['hub.verify_token'] === process.env.HANDSHAKE_TOKEN) res.send(req.query['hub.challenge']); else res.sendStatus(403);" },
  'x-twitter': {
    get: "res.json({ response_token: `sha256=${createHmac('sha256', process.env.HANDSHAKE_TOKEN!).update(String(req.query.crc_token)).digest('base64')}` });",
  },
  xero: {},
  zoom: {
    post: "if (event.event === 'endpoint.url_validation') return res.json({ plainToken: event.payload.plainToken, encryptedToken: createHmac('sha256', process.env.HANDSHAKE_TOKEN!).update(event.payload.plainToken).digest('hex') });",
  },
};

const challenging = providers.filter((provider) => provider.challenge !== null);
const shown = challenging.flatMap((provider) => {
  const { get, post } = asked[provider.id] ?? {};
  return get === undefined && post === undefined ? [] : [{ provider, get, post }];
});

function handler({ provider, get, post }: (typeof shown)[number], isChecked: boolean): string {
  const path = `/webhooks/${provider.id}`;
  return `import { createHash, createHmac } from 'node:crypto';
import express from 'express';
import { gateway } from './gateway';
import { isGenuine } from './genuine';
import { events } from './events';

const app = express();
const endpoint = 'https://yard.example${path}';
${get === undefined ? '' : `app.get('${path}', async (req, res) => {\n  ${get}\n});\n`}
app.post('${path}', express.raw({ type: '*/*' }), async (req, res) => {
  const event = JSON.parse(req.body.toString('utf8'));
  ${post ?? ''}
  ${isChecked ? "if (!isGenuine(req.body, req.get('x-yard-signature'))) return res.sendStatus(401);" : ''}
  await events.insertOne({ id: event.id });
  return res.sendStatus(204);
});
`;
}

const genuine = `import { createHmac, timingSafeEqual } from 'node:crypto';

export function isGenuine(body: Buffer, signature: string | undefined): boolean {
  const mine = createHmac('sha256', process.env.YARD_SECRET!).update(body).digest();
  const theirs = Buffer.from(signature ?? '', 'hex');
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
`;

async function findingsIn(one: (typeof shown)[number], isChecked: boolean): Promise<readonly Finding[]> {
  const files = [
    { path: 'src/server.ts', text: handler(one, isChecked) },
    { path: 'src/genuine.ts', text: genuine },
  ];
  return (await scanCase(caseOf(one.provider.id, isChecked ? 'sound' : 'unsound', files))).findings;
}

describe('handshakes', () => {
  it('are known of every sender that the data names', () => {
    expect(challenging.map((provider) => provider.id).filter((id) => !(id in asked))).toEqual([]);
    expect(shown.length).toBeGreaterThanOrEqual(13);
  });

  for (const one of shown) {
    it(`of ${one.provider.name} prove nothing of what is delivered`, async () => {
      const told = (await findingsIn(one, false)).filter((finding) => finding.rule === 'missing-signature-verification');
      expect(told.map((finding) => finding.variant)).toEqual(['challenge-only']);
    });

    it(`of ${one.provider.name} do no harm in front of a check`, async () => {
      const told = (await findingsIn(one, true)).filter((finding) => /missing-signature|fail-open|late/.test(finding.rule));
      expect(told.map((finding) => finding.message)).toEqual([]);
    });
  }
});
