import { theEvent } from '../libraries/results.js';
import type { ProviderRow } from '../rows.js';

export const svix: ProviderRow = {
  id: 'svix',
  name: 'Svix',
  docs: 'https://docs.svix.com/receiving/verifying-payloads/how',
  scheme: 'hmac',
  signatureHeader: 'svix-signature',
  timestampHeader: 'svix-timestamp',
  toleranceSeconds: 300,
  eventIdPath: 'header svix-id',
  secretEnvNames: ['NUXT_WEBHOOK_SVIX_SECRET_KEY'],
  headers: ['svix-id', 'svix-timestamp', 'svix-signature', 'webhook-id', 'webhook-timestamp', 'webhook-signature'],
  payloadFields: [],
  words: ['svix'],
  isConvention: true,
  packages: ['svix'],
  sdk: {
    node: { package: 'svix', call: 'new Webhook(secret).verify(rawBody, headers)' },
    python: { package: 'svix', call: 'Webhook(secret).verify(raw_body, headers)' },
  },
  recipe: {
    construction: 'hmac',
    digest: 'sha256',
    key: 'whsec-base64',
    message: '{id}.{timestamp}.{body}',
    encoding: 'base64',
    signature: { in: 'header', name: 'svix-signature', format: { kind: 'space-list', tagSeparator: ',', tag: 'v1' } },
    timestamp: { in: 'header', name: 'svix-timestamp', unit: 's' },
    id: { in: 'header', name: 'svix-id' },
  },
  challenge: null,
  signedContent: '{id}.{timestamp}.{rawBody}',
  secretFormat: 'whsec_ + base64',
  calls: [
    {
      call: 'svix.Webhook().verify',
      also: ['svix.webhooks.Webhook().verify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 'new.0', needs: 'raw', provider: 'svix' },
      result: theEvent,
    },
    {
      call: 'svix.Webhook().sign',
      also: ['svix.webhooks.Webhook().sign'],
      hash: { keyed: true, fixedAlgorithm: 'sha256', key: 'new.0', message: 2 },
      finishesHash: { fixedEncoding: 'base64' },
      result: { is: ['mac'] },
    },
  ],
};
