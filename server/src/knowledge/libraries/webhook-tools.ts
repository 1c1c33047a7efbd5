import type { LibraryRow } from '../rows.js';
import { theEvent } from './results.js';

/** Libraries and services that stand between a provider and the handler. */
export const webhookTools: LibraryRow = {
  id: 'webhook-tools',
  docs: 'https://github.com/standard-webhooks/standard-webhooks',
  packages: [
    '@hookdeck/sdk',
    '@upstash/qstash',
    'sns-validator',
    'sns-payload-validator',
    '@hookflo/tern',
    'hono-webhook-verify',
    'nuxt-webhook-validators',
    'x-hub-signature',
    'express-hmac',
  ],
  calls: [
    {
      call: '@hookdeck/sdk/webhooks/helpers.verifyWebhookSignature',
      guard: {
        accepts: { member: 'isValidSignature' },
        proves: ['signature'],
        body: '0.rawBody',
        signature: '0.headers',
        secret: '0.signingSecret',
        needs: 'raw',
        provider: 'hookdeck',
        isAsync: true,
      },
      result: { is: ['promise'], from: [] },
    },
    {
      call: '@upstash/qstash.Receiver().verify',
      also: ['@upstash/qstash/cloudflare.Receiver().verify', '@upstash/qstash/nodejs.Receiver().verify'],
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: '0.body',
        signature: '0.signature',
        secret: 'new.0.currentSigningKey',
        needs: 'raw',
        provider: 'qstash',
        isAsync: true,
      },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'qstash.Receiver().verify',
      also: ['upstash_qstash.Receiver().verify'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 'name:body', signature: 'name:signature', needs: 'raw', provider: 'qstash' },
      result: { from: [] },
    },
    {
      call: '@upstash/qstash/nextjs.verifySignatureAppRouter',
      also: [
        '@upstash/qstash/dist/nextjs.verifySignatureAppRouter',
        '@upstash/qstash/nextjs.verifySignature',
        '@upstash/qstash/nextjs.verifySignatureEdge',
        '@upstash/qstash/dist/nextjs.verifySignature',
      ],
      anyReceiver: ['verifySignatureAppRouter', 'verifySignatureEdge'],
      stage: { proves: ['signature', 'freshness'], provider: 'qstash', wraps: 0 },
    },
    {
      call: 'sns-validator().validate',
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, needs: 'parsed', provider: 'aws-sns', callback: 1 },
      result: { from: [] },
    },
    {
      call: 'sns-payload-validator().validate',
      also: ['sns-payload-validator.SnsPayloadValidator().validate'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: 0, provider: 'aws-sns', isAsync: true },
      result: theEvent,
    },
    {
      call: 'sns_message_validator.SNSMessageValidator().validate_message',
      anyReceiver: ['sns_message_validator.validate_message'],
      guard: { accepts: 'no-exception', proves: ['signature'], body: '0:message', needs: 'parsed', provider: 'aws-sns' },
      result: { from: [] },
    },
    {
      call: '@hookflo/tern.WebhookVerificationService.verify',
      also: ['@hookflo/tern.WebhookVerificationService.verifyWithPlatformConfig'],
      anyReceiver: ['WebhookVerificationService.verify', 'verifyWithPlatformConfig'],
      guard: { accepts: { member: 'isValid' }, proves: ['signature', 'freshness'], body: 0, needs: 'request', isAsync: true },
      result: theEvent,
    },
    { call: 'hono-webhook-verify.webhookVerify', stage: { proves: ['signature', 'freshness'] } },
    {
      call: 'x-hub-signature().verify',
      also: ['x-hub-signature.XHubSignature().verify'],
      guard: { accepts: 'true', proves: ['signature'], signature: 0, body: 1, secret: 'new.1', needs: 'raw' },
      result: { from: [] },
    },
    { call: 'x-hub-signature.middleware', stage: { proves: ['signature'] } },
    { call: 'express-x-hub', stage: { body: 'parsed' } },
  ],
};

/** Auto-imported into Nuxt server routes, so they appear as globals. */
export const nuxtValidators: LibraryRow = {
  id: 'nuxt-webhook-validators',
  docs: 'https://github.com/Yizack/nuxt-webhook-validators',
  packages: ['nuxt-webhook-validators'],
  calls: [
    {
      call: 'isValidStripeWebhook',
      also: ['#imports.isValidStripeWebhook'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, needs: 'request', provider: 'stripe', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidGitHubWebhook',
      also: ['isValidGithubWebhook', '#imports.isValidGitHubWebhook', '#imports.isValidGithubWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'github', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidGitLabWebhook',
      also: ['#imports.isValidGitLabWebhook'],
      guard: { accepts: 'true', proves: ['token'], body: 0, needs: 'request', provider: 'gitlab', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidSlackWebhook',
      also: ['#imports.isValidSlackWebhook'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, needs: 'request', provider: 'slack', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidShopifyWebhook',
      also: ['#imports.isValidShopifyWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'shopify', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidPaddleWebhook',
      also: ['#imports.isValidPaddleWebhook'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, needs: 'request', provider: 'paddle', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidPaypalWebhook',
      also: ['#imports.isValidPaypalWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'paypal', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidTwitchWebhook',
      also: ['#imports.isValidTwitchWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'twitch', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidDiscordWebhook',
      also: ['#imports.isValidDiscordWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'discord', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidMetaWebhook',
      also: ['#imports.isValidMetaWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'meta', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidSvixWebhook',
      also: ['#imports.isValidSvixWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'svix', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidResendWebhook',
      also: ['#imports.isValidResendWebhook'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, needs: 'request', provider: 'resend', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidPolarWebhook',
      also: ['#imports.isValidPolarWebhook'],
      guard: { accepts: 'true', proves: ['signature', 'freshness'], body: 0, needs: 'request', provider: 'polar', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidVercelWebhook',
      also: ['#imports.isValidVercelWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'vercel', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidNetlifyWebhook',
      also: ['#imports.isValidNetlifyWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'netlify', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidHerokuWebhook',
      also: ['#imports.isValidHerokuWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'heroku', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidDropboxWebhook',
      also: ['#imports.isValidDropboxWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'dropbox', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidBitbucketWebhook',
      also: ['#imports.isValidBitbucketWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'bitbucket', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidBrevoWebhook',
      also: ['#imports.isValidBrevoWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'brevo', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidCalcomWebhook',
      also: ['#imports.isValidCalcomWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'cal-com', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidHygraphWebhook',
      also: ['#imports.isValidHygraphWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'hygraph', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidKickWebhook',
      also: ['#imports.isValidKickWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'kick', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidMailChannelsWebhook',
      also: ['#imports.isValidMailChannelsWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'mailchannels', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'isValidFourthwallWebhook',
      also: ['#imports.isValidFourthwallWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, needs: 'request', provider: 'fourthwall', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
  ],
};

/** What an unreadable client is asked for by these names is a verification in every SDK that has them. */
export const telling: LibraryRow = {
  id: 'telling-names',
  docs: 'https://www.standardwebhooks.com/',
  calls: [
    {
      call: 'webhooks.unwrap',
      anyReceiver: ['webhooks.unwrap'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: 1, needs: 'raw' },
      result: theEvent,
    },
  ],
};
