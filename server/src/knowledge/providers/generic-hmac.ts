import type { ProviderRow } from '../rows.js';

/** A sender nobody has a row for: advice and remedies fall back to the commonest scheme. */
export const genericHmac: ProviderRow = {
  id: 'generic-hmac',
  name: 'HMAC-signed webhook',
  docs: 'https://webhooks.fyi/security/hmac',
  scheme: 'hmac',
  signatureHeader: 'x-signature',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: 'body.id',
  secretEnvNames: ['WEBHOOK_SECRET', 'WEBHOOK_SIGNING_SECRET', 'SIGNING_SECRET', 'HMAC_SECRET'],
  headers: ['x-signature', 'x-signature-256', 'x-hmac-signature', 'x-hmac-sha256', 'x-webhook-signature', 'x-webhook-signature-256', 'x-webhook-hmac', 'webhook-signature', 'x-payload-signature', 'x-request-signature', 'x-hub-signature-256', 'x-hub-signature', 'signature'],
  payloadFields: [],
  words: [],
  packages: [],
  sdk: { node: null, python: null },
  recipe: {
    construction: 'hmac',
    digest: 'sha256',
    key: 'utf8',
    message: '{body}',
    encoding: 'hex',
    signature: { in: 'header', name: 'x-signature', format: { kind: 'plain', prefix: '' } },
    timestamp: { in: 'none', name: null, unit: null },
  },
  challenge: null,
  signedContent: '{rawBody}',
  notes: 'Nothing about age is signed: the event id is the only defence against replay.',
};
