import type { LibraryRow } from '../rows.js';

export const paymentSdks: LibraryRow = {
  id: 'sdk-payments',
  docs: 'https://developer.paddle.com/webhooks/signature-verification',
  packages: [
    '@polar-sh/sdk', 'dodopayments', 'lithic', 'orb-billing', 'modern-treasury', '@paddle/paddle-node-sdk', 'razorpay', '@adyen/api-library', 'square', 'braintree', 'gocardless-nodejs', 'coinbase-commerce-node',
    '@apple/app-store-server-library', 'Adyen', 'squareup', 'paddle-billing', 'paypal-rest-sdk', 'paypalrestsdk', 'coinbase-commerce',
  ],
  calls: [
    {
      call: '@polar-sh/sdk/webhooks.validateEvent',
      also: ['@polar-sh/sdk/webhooks.js.validateEvent'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'polar' },
    },
    { call: '@polar-sh/nextjs.Webhooks', also: ['@polar-sh/express.Webhooks', '@polar-sh/hono.Webhooks', '@polar-sh/fastify.Webhooks', '@polar-sh/sveltekit.Webhooks', '@polar-sh/remix.Webhooks'], stage: { proves: ['signature', 'freshness'], provider: 'polar' } },
    {
      call: 'dodopayments().webhooks.unwrap',
      also: ['dodopayments.DodoPayments().webhooks.unwrap'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: '1.headers', secret: '1.key', needs: 'raw', provider: 'dodo-payments', needsArgument: '1.headers' },
    },
    { call: 'dodopayments().webhooks.unsafeUnwrap', also: ['dodopayments.DodoPayments().webhooks.unsafeUnwrap'], anyReceiver: ['unsafeUnwrap'], skipsVerification: true },
    {
      call: 'lithic().webhooks.unwrap',
      also: ['lithic.Lithic().webhooks.unwrap'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'lithic' },
    },
    {
      call: 'lithic().webhooks.parse',
      also: ['lithic.Lithic().webhooks.parse'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: '1.headers', secret: '1.secret', needs: 'raw', provider: 'lithic', needsArgument: '1.headers' },
    },
    { call: 'lithic().webhooks.parseUnsafe', also: ['lithic.Lithic().webhooks.parseUnsafe'], anyReceiver: ['webhooks.parseUnsafe'], skipsVerification: true },
    {
      call: 'orb-billing().webhooks.unwrap',
      also: ['orb-billing().webhooks.verifySignature', 'orb-billing.Orb().webhooks.unwrap', 'orb-billing.Orb().webhooks.verifySignature'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'orb' },
    },
    {
      call: 'modern-treasury().webhooks.validateSignature',
      also: ['modern-treasury.ModernTreasury().webhooks.validateSignature'],
      anyReceiver: ['webhooks.validateSignature'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, needs: 'raw', provider: 'modern-treasury' },
      result: { from: [] },
    },
    {
      call: '@paddle/paddle-node-sdk.Paddle().webhooks.unmarshal',
      anyReceiver: ['webhooks.unmarshal'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, secret: 1, signature: 2, needs: 'raw', provider: 'paddle', isAsync: true, asyncSince: '2' },
    },
    {
      call: '@paddle/paddle-node-sdk.Paddle().webhooks.isSignatureValid',
      anyReceiver: ['webhooks.isSignatureValid'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, secret: 1, signature: 2, needs: 'raw', provider: 'paddle', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'paddle_billing.Notifications.Verifier().verify',
      also: ['paddle_billing.Notifications.Verifier.Verifier().verify'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, secret: 1, needs: 'request', provider: 'paddle' },
      result: { from: [] },
    },
    {
      call: 'razorpay.validateWebhookSignature',
      also: ['razorpay().validateWebhookSignature', 'razorpay/dist/utils/razorpay-utils.validateWebhookSignature', 'razorpay/dist/utils/razorpay-utils.js.validateWebhookSignature'],
      anyReceiver: ['razorpay.validateWebhookSignature', 'Razorpay.validateWebhookSignature'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'razorpay' },
      result: { from: [] },
    },
    {
      call: 'razorpay.Client().utility.verify_webhook_signature',
      anyReceiver: ['utility.verify_webhook_signature'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:body', signature: '1:signature', secret: '2:secret', needs: 'raw', provider: 'razorpay' },
      result: { from: [] },
    },
    // Adyen's payment notifications sign eight fields of the parsed item, not the body.
    {
      call: '@adyen/api-library.hmacValidator().validateHMAC',
      also: ['@adyen/api-library/lib/src/utils/hmacValidator().validateHMAC'],
      anyReceiver: ['validateHMAC'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, secret: 1, needs: 'parsed', provider: 'adyen-payments' },
      result: { from: [] },
    },
    {
      call: '@adyen/api-library.hmacValidator().validateHMACSignature',
      also: ['@adyen/api-library.hmacValidator().validateBankingHMAC'],
      anyReceiver: ['validateHMACSignature', 'validateBankingHMAC'],
      guard: { accepts: 'true', proves: ['signature'], secret: 0, signature: 1, body: 2, needs: 'raw', provider: 'adyen-platform' },
      result: { from: [] },
    },
    {
      call: 'Adyen.util.is_valid_hmac_notification',
      anyReceiver: ['is_valid_hmac_notification'],
      guard: { accepts: 'not-null', proves: ['signature'], body: '0:dict_object', secret: '1:hmac_key', needs: 'parsed', provider: 'adyen-payments' },
      result: { from: [] },
    },
    {
      call: 'Adyen.util.is_valid_hmac_payload',
      anyReceiver: ['is_valid_hmac_payload'],
      guard: { accepts: 'true', proves: ['signature'], signature: 0, secret: 1, body: 2, needs: 'raw', provider: 'adyen-platform' },
      result: { from: [] },
    },
    {
      call: 'square.WebhooksHelper.verifySignature',
      guard: { accepts: 'true', proves: ['signature'], body: '0.requestBody', signature: '0.signatureHeader', secret: '0.signatureKey', needs: 'raw', provider: 'square', isAsync: true },
      anyReceiver: ['WebhooksHelper.verifySignature'],
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'square.WebhooksHelper.isValidWebhookEventSignature',
      anyReceiver: ['isValidWebhookEventSignature'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'square' },
      result: { from: [] },
    },
    {
      call: 'square.utils.webhooks_helper.verify_signature',
      guard: { accepts: 'true', proves: ['signature'], body: 'name:request_body', signature: 'name:signature_header', secret: 'name:signature_key', needs: 'raw', provider: 'square' },
      result: { from: [] },
    },
    {
      call: 'square.utilities.webhooks_helper.is_valid_webhook_event_signature',
      anyReceiver: ['is_valid_webhook_event_signature'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'square' },
      result: { from: [] },
    },
    {
      call: 'braintree.BraintreeGateway().webhookNotification.parse',
      also: ['braintree.connect().webhookNotification.parse'],
      anyReceiver: ['webhookNotification.parse'],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: 0, body: 1, needs: 'form', provider: 'braintree', isAsync: true },
    },
    {
      call: 'braintree.BraintreeGateway().webhook_notification.parse',
      also: ['braintree.WebhookNotification.parse'],
      anyReceiver: ['webhook_notification.parse'],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: 0, body: 1, needs: 'form', provider: 'braintree' },
    },
    {
      call: 'gocardless-nodejs/webhooks.parse',
      also: ['gocardless-nodejs/webhooks.parseWithMeta', 'gocardless-nodejs/webhooks.verifySignature', 'gocardless-nodejs.webhooks.parse', 'gocardless_pro.webhooks.parse'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, secret: 1, signature: 2, needs: 'raw', provider: 'gocardless' },
    },
    {
      call: 'coinbase-commerce-node.Webhook.verifyEventBody',
      also: ['coinbase_commerce.webhook.Webhook.construct_event'],
      anyReceiver: ['verifyEventBody'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'coinbase-commerce' },
    },
    {
      call: 'coinbase-commerce-node.Webhook.verifySigHeader',
      anyReceiver: ['verifySigHeader'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, signature: 1, secret: 2, needs: 'raw', provider: 'coinbase-commerce' },
    },
    {
      call: '@apple/app-store-server-library.SignedDataVerifier().verifyAndDecodeNotification',
      also: ['@apple/app-store-server-library.SignedDataVerifier().verifyAndDecodeTransaction'],
      anyReceiver: ['verifyAndDecodeNotification'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, provider: 'apple-app-store', isAsync: true },
    },
    {
      call: 'appstoreserverlibrary.signed_data_verifier.SignedDataVerifier().verify_and_decode_notification',
      anyReceiver: ['verify_and_decode_notification'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, provider: 'apple-app-store' },
    },
    {
      call: 'paypal-rest-sdk.notification.webhookEvent.verify',
      anyReceiver: ['notification.webhookEvent.verify'],
      guard: { accepts: 'no-exception', proves: ['signature'], signature: 0, body: 1, provider: 'paypal', callback: 3 },
    },
    {
      call: 'paypalrestsdk.WebhookEvent.verify',
      also: ['paypalrestsdk.notifications.WebhookEvent.verify'],
      anyReceiver: ['WebhookEvent.verify'],
      guard: { accepts: 'true', proves: ['signature'], body: 3, signature: 5, provider: 'paypal' },
      result: { from: [] },
    },
  ],
};
