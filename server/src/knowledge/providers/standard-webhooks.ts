import { theEvent } from '../libraries/results.js';
import type { ProviderRow } from '../rows.js';

export const standardWebhooks: ProviderRow = {
  id: 'standard-webhooks',
  name: 'Standard Webhooks (specification)',
  docs: 'https://www.standardwebhooks.com/',
  scheme: 'hmac',
  signatureHeader: 'webhook-signature',
  timestampHeader: 'webhook-timestamp',
  toleranceSeconds: 300,
  eventIdPath: 'header webhook-id',
  secretEnvNames: ['STANDARD_WEBHOOKS_SECRET'],
  headers: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  payloadFields: ['type', 'timestamp', 'data'],
  words: ['standardwebhooks', 'standard-webhooks'],
  isConvention: true,
  packages: ['standardwebhooks'],
  sdk: {
    node: { package: 'standardwebhooks', call: 'new Webhook(secret).verify(rawBody, headers)' },
    python: { package: 'standardwebhooks', call: 'Webhook(secret).verify(raw_body, headers)' },
  },
  recipe: {
    construction: 'hmac',
    digest: 'sha256',
    key: 'whsec-base64',
    message: '{id}.{timestamp}.{body}',
    encoding: 'base64',
    signature: { in: 'header', name: 'webhook-signature', format: { kind: 'space-list', tagSeparator: ',', tag: 'v1' } },
    timestamp: { in: 'header', name: 'webhook-timestamp', unit: 's' },
    id: { in: 'header', name: 'webhook-id' },
  },
  challenge: null,
  signedContent: '{id}.{timestamp}.{rawBody}',
  secretFormat: 'whsec_ + base64 of 24 to 64 bytes; asymmetric: whsk_ (private) / whpk_ (public)',
  notes: 'v1a is Ed25519 over the same signed content. The reference JS and Python libraries verify v1 only.',
  calls: [
    {
      call: 'standardwebhooks.Webhook().verify',
      also: ['standardwebhooks.webhooks.Webhook().verify'],
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: 0,
        signature: 1,
        secret: 'new.0',
        needs: 'raw',
        provider: 'standard-webhooks',
      },
      result: theEvent,
    },
    {
      call: 'standardwebhooks.Webhook().sign',
      hash: { keyed: true, fixedAlgorithm: 'sha256', key: 'new.0', message: 2 },
      finishesHash: { fixedEncoding: 'base64' },
      result: { is: ['mac'] },
    },
  ],
};
