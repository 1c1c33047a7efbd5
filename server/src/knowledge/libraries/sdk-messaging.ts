import type { LibraryRow } from '../rows.js';

export const messagingSdks: LibraryRow = {
  id: 'sdk-messaging',
  docs: 'https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/',
  packages: [
    '@line/bot-sdk', 'line-bot-sdk', 'discord-interactions', '@vonage/jwt', 'vonage-jwt', 'messagebird', 'plivo', 'telnyx', 'resend', '@sendgrid/eventwebhook', 'sendgrid', 'pusher', 'livekit-server-sdk',
    '@liveblocks/node', 'elevenlabs', '@elevenlabs/elevenlabs-js', 'chat',
  ],
  calls: [
    {
      call: '@line/bot-sdk.validateSignature',
      guard: { accepts: 'true', proves: ['signature'], body: 0, secret: 1, signature: 2, needs: 'raw', provider: 'line' },
      result: { from: [] },
    },
    { call: '@line/bot-sdk.middleware', stage: { body: 'parsed', proves: ['signature'], provider: 'line', switchedOffBy: { option: '0.skipSignatureVerification', equals: true } } },
    {
      call: 'linebot.v3.WebhookParser().parse',
      also: ['linebot.WebhookParser().parse', 'linebot.v3.webhook.WebhookParser().parse'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:body', signature: '1:signature', secret: 'new.0', needs: 'raw', provider: 'line' },
    },
    {
      call: 'linebot.v3.WebhookHandler().handle',
      also: ['linebot.WebhookHandler().handle', 'linebot.v3.webhook.WebhookHandler().handle'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:body', signature: '1:signature', secret: 'new.0', needs: 'raw', provider: 'line' },
      result: { from: [] },
    },
    {
      call: 'linebot.v3.webhook.SignatureValidator().validate',
      also: ['linebot.SignatureValidator().validate', 'linebot.webhook.SignatureValidator().validate', 'linebot.v3.SignatureValidator().validate'],
      guard: { accepts: 'true', proves: ['signature'], body: '0:body', signature: '1:signature', secret: 'new.0', needs: 'raw', provider: 'line' },
      result: { from: [] },
    },

    {
      call: 'discord-interactions.verifyKey',
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 3, needs: 'raw', provider: 'discord', isAsync: true, asyncSince: '4' },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'discord-interactions.verifyKeyMiddleware',
      also: ['discord-interactions.verifyWebhookEventMiddleware'],
      anyReceiver: ['verifyKeyMiddleware', 'verifyWebhookEventMiddleware'],
      stage: { body: 'parsed', proves: ['signature'], provider: 'discord' },
    },
    {
      call: 'discord_interactions.verify_key',
      guard: { accepts: 'true', proves: ['signature'], body: '0:raw_body', signature: '1:signature', secret: '3:client_public_key', needs: 'raw', provider: 'discord' },
      result: { from: [] },
    },
    { call: 'discord_interactions.verify_key_decorator', also: ['discord_interactions.flask_ext.verify_key_decorator'], anyReceiver: ['verify_key_decorator'], stage: { proves: ['signature'], provider: 'discord' } },

    {
      call: '@vonage/jwt.verifySignature',
      guard: { accepts: 'true', proves: ['signature', 'freshness', 'identity'], signature: 0, secret: 1, provider: 'vonage' },
      result: { from: [] },
    },
    {
      call: 'vonage_jwt.verify_signature',
      also: ['vonage_jwt.verify_jwt.verify_signature'],
      guard: { accepts: 'true', proves: ['signature', 'freshness', 'identity'], signature: '0:token', secret: '1:signature_secret', provider: 'vonage' },
      result: { from: [] },
    },
    {
      call: 'messagebird/lib/webhook-signature-jwt.verify',
      also: ['messagebird.webhookSignatureJwt.verify'],
      anyReceiver: ['webhookSignatureJwt.verify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 1, signature: 2, secret: 3, needs: 'raw', provider: 'messagebird', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    // It calls next() before its check has ended, so a forged delivery reaches the handler.
    { call: 'messagebird/lib/webhook-signature-jwt.ExpressMiddlewareVerify', also: ['messagebird.ExpressMiddlewareVerify'], anyReceiver: ['ExpressMiddlewareVerify'], skipsVerification: true },
    {
      call: 'plivo.validateV3Signature',
      anyReceiver: ['validateV3Signature'],
      guard: { accepts: 'true', proves: ['signature'], secret: 3, signature: 4, body: 5, needs: 'form', provider: 'plivo' },
      result: { from: [] },
    },
    {
      call: 'plivo.utils.validate_v3_signature',
      also: ['plivo.utils.signature_v3.validate_v3_signature'],
      anyReceiver: ['validate_v3_signature'],
      guard: { accepts: 'true', proves: ['signature'], secret: 3, signature: 4, body: 5, needs: 'form', provider: 'plivo' },
      result: { from: [] },
    },
    { call: 'plivo.utils.validate_signature', guard: { accepts: 'true', proves: ['signature'], signature: 2, secret: 3, provider: 'plivo' }, result: { from: [] } },

    {
      call: 'telnyx().webhooks.unwrap',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: '1.headers', secret: '1.key', needs: 'raw', provider: 'telnyx', isAsync: true },
    },
    {
      call: 'telnyx.Telnyx().webhooks.unwrap',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0:payload', signature: '1:headers', secret: 'name:key', needs: 'raw', provider: 'telnyx' },
    },
    {
      call: 'telnyx().webhooks.constructEvent',
      also: ['telnyx.webhooks.constructEvent', 'telnyx.Webhook.construct_event'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, needs: 'raw', provider: 'telnyx' },
    },
    { call: 'telnyx().webhooks.unsafeUnwrap', also: ['telnyx.Telnyx().webhooks.unsafeUnwrap'], skipsVerification: true },
    { call: 'telnyx.Telnyx().webhooks.unsafe_unwrap', anyReceiver: ['unsafe_unwrap'], skipsVerification: true },
    {
      call: 'telnyx.lib.webhook_verification.verify_webhook_signature',
      also: ['telnyx.lib.webhook_verification.unwrap_with_ed25519', 'telnyx.lib.verify_webhook_signature', 'telnyx.lib.unwrap_with_ed25519'],
      anyReceiver: ['unwrap_with_ed25519'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'telnyx' },
    },

    {
      call: 'resend.Resend().webhooks.verify',
      also: ['resend().webhooks.verify'],
      anyReceiver: ['resend.webhooks.verify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0.payload', signature: '0.headers', secret: '0.webhookSecret', needs: 'raw', provider: 'resend' },
    },
    {
      call: 'resend.Webhooks.verify',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], provider: 'resend' },
    },
    {
      call: '@sendgrid/eventwebhook.EventWebhook().verifySignature',
      guard: { accepts: 'true', proves: ['signature'], secret: 0, body: 1, signature: 2, needs: 'raw', provider: 'sendgrid' },
      result: { from: [] },
    },
    { call: '@sendgrid/eventwebhook.EventWebhook().convertPublicKeyToECDSA', result: { from: ['arguments'] } },
    {
      call: 'sendgrid.EventWebhook().verify_signature',
      also: ['sendgrid.helpers.eventwebhook.EventWebhook().verify_signature'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, needs: 'raw', provider: 'sendgrid', secret: '3:public_key' },
      result: { from: [] },
    },
    {
      call: 'pusher().webhook().isValid',
      also: ['pusher.Pusher().webhook().isValid'],
      anyReceiver: ['webhook.isValid'],
      guard: { accepts: 'true', proves: ['signature'], body: 'new.0.rawBody', signature: 'new.0.headers', needs: 'raw', provider: 'pusher' },
      result: { from: [] },
    },
    {
      call: 'pusher.Pusher().validate_webhook',
      anyReceiver: ['validate_webhook'],
      guard: { accepts: 'not-null', proves: ['signature', 'freshness'], body: 2, signature: 1, needs: 'raw', provider: 'pusher' },
    },
    {
      call: 'livekit-server-sdk.WebhookReceiver().receive',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, needs: 'raw', provider: 'livekit', isAsync: true, asyncSince: '2', switchedOffBy: { option: '2', equals: true } },
    },
    {
      call: 'livekit.api.WebhookReceiver().receive',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, needs: 'raw', provider: 'livekit' },
    },
    {
      call: '@liveblocks/node.WebhookHandler().verifyRequest',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0.rawBody', signature: '0.headers', secret: 'new.0', needs: 'raw', provider: 'liveblocks' },
    },
    {
      call: '@elevenlabs/elevenlabs-js.ElevenLabsClient().webhooks.constructEvent',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'elevenlabs', isAsync: true },
    },
    {
      call: 'elevenlabs.client.ElevenLabs().webhooks.construct_event',
      also: ['elevenlabs.ElevenLabs().webhooks.construct_event'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'elevenlabs' },
    },
    // Each adapter verifies its platform's signature before a listener runs.
    {
      call: 'chat.Chat().webhooks.slack',
      also: ['chat.Chat().webhooks.discord', 'chat.Chat().webhooks.teams', 'chat.Chat().webhooks.github', 'chat.Chat().webhooks.linear', 'chat.Chat().webhooks.gchat', 'chat.Chat().webhooks.telegram'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, needs: 'request' },
    },
  ],
};
