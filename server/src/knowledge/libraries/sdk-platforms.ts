import type { LibraryRow } from '../rows.js';

export const platformSdks: LibraryRow = {
  id: 'sdk-platforms',
  docs: 'https://workos.com/docs/events/data-syncing/webhooks',
  packages: [
    '@clerk/backend', '@tryfinch/finch-api', '@mux/mux-node', '@linear/sdk', '@sanity/webhook', '@hubspot/api-client', 'hubspot-api-client', '@contentful/node-apps-toolkit', 'box-node-sdk', 'box-sdk-gen',
    '@workos-inc/node', 'workos', '@onfido/api', '@kinde/webhooks', '@notionhq/client', '@saleor/app-sdk', 'cloudinary', 'firebase-admin', 'inngest', '@trigger.dev/sdk',
  ],
  calls: [
    {
      call: '@clerk/backend/webhooks.verifyWebhook',
      also: ['@clerk/nextjs/webhooks.verifyWebhook', '@clerk/express/webhooks.verifyWebhook', '@clerk/fastify/webhooks.verifyWebhook', '@clerk/astro/webhooks.verifyWebhook', '@clerk/tanstack-react-start/webhooks.verifyWebhook', '@clerk/nuxt/webhooks.verifyWebhook', '@clerk/react-router/webhooks.verifyWebhook'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, secret: '1.signingSecret', needs: 'request', provider: 'clerk', isAsync: true },
    },
    {
      call: '@tryfinch/finch-api().webhooks.unwrap',
      also: ['@tryfinch/finch-api().webhooks.verifySignature', '@tryfinch/finch-api.Finch().webhooks.unwrap', '@tryfinch/finch-api.Finch().webhooks.verifySignature'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'finch' },
    },
    {
      call: '@mux/mux-node().webhooks.unwrap',
      also: ['@mux/mux-node().webhooks.verifySignature', '@mux/mux-node.Mux().webhooks.unwrap', '@mux/mux-node.Mux().webhooks.verifySignature'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'mux', isAsync: true, asyncSince: '9' },
    },
    { call: '@mux/mux-node.Webhooks.verifyHeader', guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'mux' }, result: { from: [] } },
    {
      call: '@linear/sdk/webhooks.LinearWebhookClient().verify',
      also: ['@linear/sdk.LinearWebhooks().verify', '@linear/sdk.LinearWebhookClient().verify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 'new.0', needs: 'raw', provider: 'linear' },
      result: { from: [] },
    },
    {
      call: '@linear/sdk/webhooks.LinearWebhookClient().parseData',
      also: ['@linear/sdk.LinearWebhooks().parseData', '@linear/sdk.LinearWebhookClient().parseData'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 'new.0', needs: 'raw', provider: 'linear' },
    },
    { call: '@linear/sdk/webhooks.LinearWebhookClient().createHandler', also: ['@linear/sdk.LinearWebhookClient().createHandler'], stage: { proves: ['signature', 'freshness'], provider: 'linear' } },
    {
      call: '@sanity/webhook.isValidSignature',
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'sanity', isAsync: true, asyncSince: '4' },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@sanity/webhook.isValidRequest',
      guard: { accepts: 'true', proves: ['signature'], body: 0, secret: 1, needs: 'request', provider: 'sanity', isAsync: true, asyncSince: '4' },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@sanity/webhook.assertValidSignature',
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'sanity', isAsync: true, asyncSince: '4' },
    },
    { call: '@sanity/webhook.assertValidRequest', guard: { accepts: 'no-exception', proves: ['signature'], body: 0, secret: 1, needs: 'request', provider: 'sanity', isAsync: true, asyncSince: '4' } },
    { call: '@sanity/webhook.requireSignedRequest', anyReceiver: ['requireSignedRequest'], stage: { proves: ['signature'], provider: 'sanity' } },
    { call: 'next-sanity/webhook.parseBody', guard: { accepts: { member: 'isValidSignature' }, proves: ['signature'], body: 0, secret: 1, needs: 'request', provider: 'sanity', isAsync: true } },
    {
      call: '@hubspot/api-client.Signature.isValid',
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: '0.requestBody', signature: '0.signature', secret: '0.clientSecret', needs: 'raw', provider: 'hubspot' },
      result: { from: [] },
    },
    {
      call: 'hubspot.utils.signature.Signature.is_valid',
      anyReceiver: ['Signature.is_valid'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], signature: '0:signature', secret: '1:client_secret', body: '2:request_body', needs: 'raw', provider: 'hubspot' },
      result: { from: [] },
    },
    {
      call: '@contentful/node-apps-toolkit.verifyRequest',
      guard: { accepts: 'true', proves: ['signature', 'freshness'], secret: 0, body: '1.body', signature: '1.headers', needs: 'raw', provider: 'contentful', tolerance: 2 },
      result: { from: [] },
    },
    {
      call: 'box-node-sdk.WebhooksManager.validateMessage',
      also: ['box-typescript-sdk-gen/managers/webhooks.generated.WebhooksManager.validateMessage'],
      anyReceiver: ['WebhooksManager.validateMessage'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'box', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'box_sdk_gen.WebhooksManager.validate_message',
      also: ['box_sdk_gen.managers.webhooks.WebhooksManager.validate_message'],
      anyReceiver: ['WebhooksManager.validate_message'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'box', tolerance: 'name:max_age' },
      result: { from: [] },
    },
    // The Node SDK serialises the parsed object again and signs that; the Python one wants the bytes.
    {
      call: '@workos-inc/node.WorkOS().webhooks.constructEvent',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0.payload', signature: '0.sigHeader', secret: '0.secret', needs: 'parsed', provider: 'workos', tolerance: '0.tolerance', isAsync: true },
    },
    {
      call: '@workos-inc/node.WorkOS().webhooks.verifyHeader',
      anyReceiver: ['webhooks.verifyHeader'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0.payload', signature: '0.sigHeader', secret: '0.secret', needs: 'parsed', provider: 'workos', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'workos.WorkOSClient().webhooks.verify_event',
      also: ['workos.client.webhooks.verify_event', 'workos.webhooks.verify_event'],
      anyReceiver: ['webhooks.verify_event'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0:event_body', signature: '1:event_signature', secret: '2:secret', needs: 'raw', provider: 'workos' },
    },
    {
      call: 'workos.WorkOSClient().webhooks.verify_header',
      also: ['workos.client.webhooks.verify_header', 'workos.webhooks.verify_header'],
      anyReceiver: ['webhooks.verify_header'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0:event_body', signature: '1:event_signature', secret: '2:secret', needs: 'raw', provider: 'workos' },
      result: { from: [] },
    },
    {
      call: '@onfido/api.WebhookEventVerifier().readPayload',
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, signature: 1, secret: 'new.0', needs: 'raw', provider: 'onfido' },
    },
    {
      call: '@kinde/webhooks.decodeWebhook',
      guard: { accepts: 'not-null', proves: ['signature', 'freshness'], signature: 0, provider: 'kinde', isAsync: true },
      result: { is: ['claims', 'promise'], from: [0] },
    },
    {
      call: '@notionhq/client.verifyWebhookSignature',
      guard: { accepts: 'true', proves: ['signature'], body: '0.body', signature: '0.signature', secret: '0.verificationToken', needs: 'raw', provider: 'notion', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@saleor/app-sdk/handlers/next.SaleorAsyncWebhook().createHandler',
      also: ['@saleor/app-sdk/handlers/next.SaleorSyncWebhook().createHandler', '@saleor/app-sdk/handlers/next-app-router.SaleorAsyncWebhook().createHandler', '@saleor/app-sdk/handlers/next-app-router.SaleorSyncWebhook().createHandler'],
      stage: { proves: ['signature'], wraps: 0 },
    },
    {
      call: 'cloudinary.v2.utils.verifyNotificationSignature',
      also: ['cloudinary.utils.verifyNotificationSignature', 'cloudinary.utils.verify_notification_signature'],
      anyReceiver: ['utils.verifyNotificationSignature', 'utils.verify_notification_signature'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, signature: 2, needs: 'raw' },
      result: { from: [] },
    },
    { call: 'inngest/next.serve', also: ['inngest/express.serve', 'inngest/hono.serve', 'inngest/fastify.serve', 'inngest/nuxt.serve', 'inngest/sveltekit.serve', 'inngest/remix.serve', 'inngest/lambda.serve', 'inngest.flask.serve'], stage: { proves: ['signature', 'freshness'] } },
  ],
};
