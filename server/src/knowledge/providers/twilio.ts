import type { ProviderRow } from '../rows.js';

export const twilio: ProviderRow = {
  id: 'twilio',
  name: 'Twilio (form-encoded callbacks)',
  docs: 'https://www.twilio.com/docs/usage/webhooks/webhooks-security',
  scheme: 'hmac',
  signatureHeader: 'x-twilio-signature',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: 'body.MessageSid',
  secretEnvNames: ['TWILIO_AUTH_TOKEN'],
  headers: ['x-twilio-signature'],
  payloadFields: ['MessageSid', 'CallSid', 'From', 'To', 'NumMedia', 'SmsStatus', 'MessageStatus'],
  words: ['twilio'],
  packages: ['twilio'],
  sdk: {
    node: { package: 'twilio', call: 'twilio.validateRequest(authToken, signature, url, params)' },
    python: { package: 'twilio', call: 'RequestValidator(auth_token).validate(url, params, signature)' },
  },
  recipe: {
    construction: 'hmac',
    digest: 'sha1',
    key: 'utf8',
    message: '{url}{sortedFormParams}',
    encoding: 'base64',
    signature: { in: 'header', name: 'x-twilio-signature', format: { kind: 'plain', prefix: '' } },
    timestamp: { in: 'none', name: null, unit: null },
  },
  challenge: null,
  signedContent: '{url}{sortedFormParams}',
  secretFormat: 'account auth token',
  notes:
    'HMAC-SHA1 over URL + sorted parameters (duplicate names: values sorted and de-duplicated). No timestamp. The URL must be the one configured at Twilio.',
  calls: [
    // Signed are the URL and the sorted form fields, so the parsed form is right here.
    {
      call: 'twilio.validateRequest',
      also: ['twilio/lib/webhooks/webhooks.validateRequest'],
      anyReceiver: ['twilio.validateRequest'],
      guard: { accepts: 'true', proves: ['signature'], secret: 0, takesEmptyKey: true, signature: 1, body: 3, needs: 'form', provider: 'twilio' },
      result: { from: [] },
    },
    {
      call: 'twilio.validateExpressRequest',
      also: ['twilio.validateIncomingRequest', 'twilio/lib/webhooks/webhooks.validateExpressRequest'],
      anyReceiver: ['validateExpressRequest'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, secret: 1, needs: 'request', provider: 'twilio' },
      result: { from: [] },
    },
    {
      call: 'twilio.webhook',
      also: ['twilio/lib/webhooks/webhooks.webhook'],
      stage: { proves: ['signature'], provider: 'twilio', switchedOffBy: { option: '0.validate', equals: false } },
    },
    {
      call: 'twilio.request_validator.RequestValidator().validate',
      anyReceiver: ['twilio_validator.validate', 'request_validator.validate', 'RequestValidator.validate'],
      guard: { accepts: 'true', proves: ['signature'], body: '1:params', signature: '2:signature', secret: 'new.0:token', needs: 'form', provider: 'twilio' },
      result: { from: [] },
    },
    {
      call: 'twilio.request_validator.RequestValidator().compute_signature',
      hash: { keyed: true, fixedAlgorithm: 'sha1', key: 'new.0', message: '1:params' },
      finishesHash: { fixedEncoding: 'base64' },
      result: { is: ['mac'] },
    },
  ],
};
