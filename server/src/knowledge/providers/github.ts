import type { ProviderRow } from '../rows.js';

export const github: ProviderRow = {
  id: 'github',
  name: 'GitHub',
  docs: 'https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries',
  scheme: 'hmac',
  signatureHeader: 'x-hub-signature-256',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: 'header x-github-delivery',
  secretEnvNames: ['GITHUB_WEBHOOK_SECRET', 'WEBHOOK_SECRET', 'SECRET_TOKEN', 'NUXT_WEBHOOK_GITHUB_SECRET_KEY'],
  headers: ['x-hub-signature-256', 'x-hub-signature', 'x-github-event', 'x-github-delivery'],
  payloadFields: ['action', 'repository', 'sender', 'zen (ping)'],
  words: ['github', 'githubapp', 'octokit'],
  packages: ['@octokit/webhooks', '@octokit/webhooks-methods', '@octokit/app', 'octokit', 'probot', 'gidgethub', 'github-webhook-handler'],
  sdk: {
    node: {
      package: '@octokit/webhooks',
      call: 'await webhooks.verify(rawBodyString, signature) / await webhooks.verifyAndReceive({...})',
    },
    python: { package: 'gidgethub', call: 'sansio.validate_event(payload, signature=, secret=) (sha1 header only)' },
  },
  recipe: {
    construction: 'hmac',
    digest: 'sha256',
    key: 'utf8',
    message: '{body}',
    encoding: 'hex',
    signature: { in: 'header', name: 'x-hub-signature-256', format: { kind: 'plain', prefix: 'sha256=' } },
    timestamp: { in: 'none', name: null, unit: null },
  },
  challenge: 'ping event after creation (body.zen)',
  signedContent: '{rawBody}',
  secretFormat: 'free text chosen by the user',
  notes: 'Legacy x-hub-signature is sha1. x-hub-signature-256 is also used by Meta/WhatsApp: tell apart by x-github-event. webhook-skills says GitHub retries 3 times; the official docs say it does not.',
  calls: [
    {
      call: '@octokit/webhooks.Webhooks().verify',
      also: ['@octokit/app.App().webhooks.verify', 'octokit.App().webhooks.verify', 'octokit.Webhooks().verify'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 'new.0.secret', needs: 'raw', provider: 'github', isAsync: true, asyncSince: '8' },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@octokit/webhooks.Webhooks().verifyAndReceive',
      also: ['@octokit/app.App().webhooks.verifyAndReceive', 'octokit.App().webhooks.verifyAndReceive', 'octokit.Webhooks().verifyAndReceive', 'probot.Probot().webhooks.verifyAndReceive'],
      anyReceiver: ['verifyAndReceive'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0.payload', signature: '0.signature', secret: 'new.0.secret', needs: 'raw', provider: 'github', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@octokit/webhooks.createNodeMiddleware',
      also: ['@octokit/webhooks.createWebMiddleware', '@octokit/app.createNodeMiddleware', 'octokit.createNodeMiddleware', 'probot.createNodeMiddleware', 'probot.createProbot().webhooks'],
      stage: { proves: ['signature'], provider: 'github' },
    },
    {
      call: '@octokit/webhooks-methods.verify',
      guard: { accepts: 'true', proves: ['signature'], secret: 0, body: 1, signature: 2, needs: 'raw', provider: 'github', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@octokit/webhooks-methods.verifyWithFallback',
      anyReceiver: ['verifyWithFallback'],
      guard: { accepts: 'true', proves: ['signature'], secret: 0, body: 1, signature: 2, needs: 'raw', provider: 'github', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    { call: '@octokit/webhooks-methods.sign', hash: { keyed: true, fixedAlgorithm: 'sha256', key: 0, message: 1 }, finishesHash: { fixedEncoding: 'hex' }, result: { is: ['mac', 'promise'] } },
    { call: 'github-webhook-handler()', guard: { accepts: 'no-exception', proves: ['signature'], body: 0, secret: 'new.0.secret', needs: 'request', provider: 'github' }, result: { from: [] } },
    { call: 'express-github-webhook', stage: { proves: ['signature'], provider: 'github' } },
    // It looks at the SHA-1 header only.
    {
      call: 'gidgethub.sansio.validate_event',
      anyReceiver: ['sansio.validate_event'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:payload', signature: 'name:signature', secret: 'name:secret', needs: 'raw', provider: 'github' },
      result: { from: [] },
    },
    {
      call: 'gidgethub.sansio.Event.from_http',
      anyReceiver: ['sansio.Event.from_http'],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: '0:headers', body: '1:body', secret: 'name:secret', needs: 'raw', provider: 'github', needsArgument: 'name:secret' },
    },
    { call: 'github_webhook.Webhook().hook', stage: { proves: ['signature'], provider: 'github', needsArgument: 'new.name:secret' } },
  ],
};
