import type { ProviderRow } from '../rows.js';

export const twilioJson: ProviderRow = {
  id: 'twilio-json',
  name: 'Twilio (JSON body, bodySHA256)',
  docs: 'https://www.twilio.com/docs/usage/webhooks/webhooks-security',
  scheme: 'hmac',
  signatureHeader: 'x-twilio-signature',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: null,
  secretEnvNames: ['TWILIO_AUTH_TOKEN'],
  headers: ['x-twilio-signature'],
  payloadFields: [],
  words: [],
  packages: ['twilio'],
  sdk: {
    node: { package: 'twilio', call: 'twilio.validateRequestWithBody(authToken, signature, url, rawBody)' },
    python: { package: 'twilio', call: 'RequestValidator(auth_token).validate(url_with_bodySHA256, body_str, signature)' },
  },
  recipe: {
    construction: 'hmac',
    digest: 'sha1',
    key: 'utf8',
    message: '{url}',
    encoding: 'base64',
    signature: { in: 'header', name: 'x-twilio-signature', format: { kind: 'plain', prefix: '' } },
    timestamp: { in: 'none', name: null, unit: null },
    bodyHash: 'query parameter bodySHA256 = hex SHA-256 of the raw body',
  },
  challenge: null,
  signedContent: '{url}',
  secretFormat: 'account auth token',
  calls: [
    {
      call: 'twilio.validateRequestWithBody',
      also: ['twilio/lib/webhooks/webhooks.validateRequestWithBody'],
      anyReceiver: ['validateRequestWithBody'],
      guard: { accepts: 'true', proves: ['signature'], secret: 0, signature: 1, body: 3, needs: 'raw', provider: 'twilio-json' },
      result: { from: [] },
    },
    {
      call: 'twilio.validateBody',
      also: ['twilio/lib/webhooks/webhooks.validateBody'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, needs: 'raw', provider: 'twilio-json' },
      result: { from: [] },
    },
  ],
};
