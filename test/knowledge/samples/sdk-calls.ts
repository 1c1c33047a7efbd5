/**
 * How each collected SDK call is written in a handler, as one expression. Words in capitals stand for what the handler has: `RAW`
 * the exact body, `PARSED` and `FORM` its parsed forms, `HEADERS`, `REQUEST`, `SIG` the header of the signature, `H(name)` another
 * header, `SECRET`, `URL`.
 */
export interface SdkCall {
  readonly imports: readonly string[];
  /** Lines of the module in front of the handler. */
  readonly setup?: readonly string[];
  readonly call: string;
  /** The handler needs this kind; both in turn without it. */
  readonly dialect?: 'express' | 'next';
  /** The member of the result that says yes, for results that are objects. */
  readonly member?: string;
  /** The event stands in the result itself. */
  readonly isEvent?: true;
  /** A promise, where the collection could not tell. */
  readonly isPromise?: true;
  /** The answer comes to a callback, which takes the place of `CALLBACK`. */
  readonly hasCallback?: true;
}

/** A middleware, decorator or wrapper, with the form that checks nothing where there is one. */
export interface SdkStage {
  readonly imports: readonly string[];
  readonly setup?: readonly string[];
  readonly stage: string;
  readonly off?: string;
}

const js = (imports: string, setup: string, call: string, more: Partial<SdkCall> = {}): SdkCall => ({
  imports: [imports],
  setup: setup === '' ? [] : [setup],
  call,
  ...more,
});

const stripe = ["import Stripe from 'stripe';", 'const stripe = new Stripe(process.env.API_KEY);'] as const;
const octokit = ["import { Webhooks } from '@octokit/webhooks';", 'const webhooks = new Webhooks({ secret: process.env.INBOX_SECRET });'] as const;
const client = (name: string, from: string): readonly [string, string] => [`import ${name} from '${from}';`, `const client = new ${name}();`];
const workos = ["import { WorkOS } from '@workos-inc/node';", 'const workos = new WorkOS(process.env.API_KEY);'] as const;
const linear = ["import { LinearWebhookClient } from '@linear/sdk/webhooks';", 'const client = new LinearWebhookClient(process.env.INBOX_SECRET);'] as const;
const shopify = ["import { shopifyApi } from '@shopify/shopify-api';", 'const shopify = shopifyApi({ apiSecretKey: process.env.INBOX_SECRET });'] as const;
const paddle = ["import { Paddle } from '@paddle/paddle-node-sdk';", 'const paddle = new Paddle(process.env.API_KEY);'] as const;
const isEvent = { isEvent: true } as const;

/** Every validator of the module is called alike. */
const nuxtValidators =
  'Stripe GitHub Github GitLab Slack Shopify Paddle Paypal Twitch Discord Meta Svix Resend Polar Vercel Netlify Heroku Dropbox Bitbucket Brevo Calcom Hygraph Kick MailChannels Fourthwall'.split(
    ' ',
  );

/** By package and name. */
export const javascriptCalls: Readonly<Record<string, SdkCall>> = {
  ...Object.fromEntries(
    nuxtValidators.map((sender) => {
      const name = `isValid${sender}Webhook`;
      return [`nuxt-webhook-validators ${name}`, js(`import { ${name} } from '#imports';`, '', `${name}(REQUEST.clone())`, { dialect: 'next' })];
    }),
  ),
  'stripe constructEvent': js(...stripe, 'stripe.webhooks.constructEvent(RAW, SIG, SECRET)', isEvent),
  'stripe constructEventAsync': js(...stripe, 'stripe.webhooks.constructEventAsync(RAW, SIG, SECRET)', isEvent),
  'stripe signature.verifyHeader': js(...stripe, 'stripe.webhooks.signature.verifyHeader(RAW, SIG, SECRET)'),
  'stripe parseEventNotification': js(...stripe, 'stripe.parseEventNotification(RAW, SIG, SECRET)', isEvent),
  'stripe parseEventNotificationAsync': js(...stripe, 'stripe.parseEventNotificationAsync(RAW, SIG, SECRET)', isEvent),
  'stripe constructEventWithoutVerification': js(...stripe, 'stripe.webhooks.constructEventWithoutVerification(RAW)'),
  'stripe notificationHandlerWithoutVerification': js(...stripe, 'stripe.notificationHandlerWithoutVerification(RAW)'),
  'stripe parseEventNotificationWithoutVerification': js(...stripe, 'stripe.parseEventNotificationWithoutVerification(RAW)'),
  '@octokit/webhooks verify': js(...octokit, 'webhooks.verify(RAW, SIG)'),
  '@octokit/webhooks verifyAndReceive': js(...octokit, "webhooks.verifyAndReceive({ id: H('x-github-delivery'), name: 'push', payload: RAW, signature: SIG })"),
  '@octokit/webhooks-methods verify': js("import { verify } from '@octokit/webhooks-methods';", '', 'verify(SECRET, RAW, SIG)'),
  '@octokit/webhooks-methods verifyWithFallback': js(
    "import { verifyWithFallback } from '@octokit/webhooks-methods';",
    '',
    'verifyWithFallback(SECRET, RAW, SIG, [process.env.OLD_SECRET])',
  ),
  'standardwebhooks verify': js("import { Webhook } from 'standardwebhooks';", '', 'new Webhook(SECRET).verify(RAW, HEADERS)', isEvent),
  'svix verify': js("import { Webhook } from 'svix';", '', 'new Webhook(SECRET).verify(RAW, HEADERS)', isEvent),
  '@clerk/backend verifyWebhook': js("import { verifyWebhook } from '@clerk/backend/webhooks';", '', 'verifyWebhook(REQUEST)', {
    dialect: 'next',
    isEvent: true,
  }),
  'resend webhooks.verify': js(
    "import { Resend } from 'resend';",
    'const resend = new Resend(process.env.API_KEY);',
    "resend.webhooks.verify({ payload: RAW, headers: { id: H('svix-id'), timestamp: H('svix-timestamp'), signature: SIG }, webhookSecret: SECRET })",
    isEvent,
  ),
  'openai webhooks.unwrap': js(...client('OpenAI', 'openai'), 'client.webhooks.unwrap(RAW, HEADERS, SECRET)', isEvent),
  'openai webhooks.verifySignature': js(...client('OpenAI', 'openai'), 'client.webhooks.verifySignature(RAW, HEADERS, SECRET)'),
  '@anthropic-ai/sdk webhooks.unwrap': js(...client('Anthropic', '@anthropic-ai/sdk'), 'client.beta.webhooks.unwrap(RAW, { headers: HEADERS })', isEvent),
  '@anthropic-ai/sdk parseUnverified': js(...client('Anthropic', '@anthropic-ai/sdk'), 'client.beta.webhooks.parseUnverified(RAW)'),
  'replicate validateWebhook': js("import { validateWebhook } from 'replicate';", '', 'validateWebhook(REQUEST.clone(), SECRET)', { dialect: 'next' }),
  '@polar-sh/sdk validateEvent': js("import { validateEvent } from '@polar-sh/sdk/webhooks';", '', 'validateEvent(RAW, HEADERS, SECRET)', isEvent),
  'dodopayments webhooks.unwrap': js(...client('DodoPayments', 'dodopayments'), 'client.webhooks.unwrap(RAW, { headers: HEADERS })', isEvent),
  'dodopayments unsafeUnwrap': js(...client('DodoPayments', 'dodopayments'), 'client.webhooks.unsafeUnwrap(RAW)'),
  'lithic webhooks.unwrap': js(...client('Lithic', 'lithic'), 'client.webhooks.unwrap(RAW, HEADERS, SECRET)', isEvent),
  'lithic webhooks.parse': js(...client('Lithic', 'lithic'), 'client.webhooks.parse(RAW, { headers: HEADERS, secret: SECRET })', isEvent),
  'lithic parseUnsafe': js(...client('Lithic', 'lithic'), 'client.webhooks.parseUnsafe(RAW)'),
  'orb-billing webhooks.unwrap': js(...client('Orb', 'orb-billing'), 'client.webhooks.unwrap(RAW, HEADERS, SECRET)', isEvent),
  'orb-billing webhooks.verifySignature': js(...client('Orb', 'orb-billing'), 'client.webhooks.verifySignature(RAW, HEADERS, SECRET)'),
  '@tryfinch/finch-api webhooks.unwrap': js(...client('Finch', '@tryfinch/finch-api'), 'client.webhooks.unwrap(RAW, HEADERS, SECRET)', isEvent),
  '@tryfinch/finch-api webhooks.verifySignature': js(...client('Finch', '@tryfinch/finch-api'), 'client.webhooks.verifySignature(RAW, HEADERS, SECRET)'),
  'modern-treasury webhooks.validateSignature': js(...client('ModernTreasury', 'modern-treasury'), 'client.webhooks.validateSignature(RAW, HEADERS)'),
  '@liveblocks/node verifyRequest': js(
    "import { WebhookHandler } from '@liveblocks/node';",
    'const handler = new WebhookHandler(process.env.INBOX_SECRET);',
    'handler.verifyRequest({ headers: HEADERS, rawBody: RAW })',
    isEvent,
  ),
  '@mux/mux-node webhooks.unwrap': js(...client('Mux', '@mux/mux-node'), 'client.webhooks.unwrap(RAW, HEADERS, SECRET)', isEvent),
  '@mux/mux-node webhooks.verifySignature': js(...client('Mux', '@mux/mux-node'), 'client.webhooks.verifySignature(RAW, HEADERS, SECRET)'),
  'telnyx webhooks.unwrap': js(...client('Telnyx', 'telnyx'), 'client.webhooks.unwrap(RAW, { headers: HEADERS })', isEvent),
  'telnyx unsafeUnwrap': js(...client('Telnyx', 'telnyx'), 'client.webhooks.unsafeUnwrap(RAW)'),
  '@slack/bolt verifySlackRequest': js(
    "import { verifySlackRequest } from '@slack/bolt';",
    '',
    'verifySlackRequest({ signingSecret: SECRET, body: RAW, headers: HEADERS })',
  ),
  '@slack/bolt isValidSlackRequest': js(
    "import { isValidSlackRequest } from '@slack/bolt';",
    '',
    'isValidSlackRequest({ signingSecret: SECRET, body: RAW, headers: HEADERS })',
  ),
  'twilio validateRequest': js("import twilio from 'twilio';", '', 'twilio.validateRequest(SECRET, SIG, URL, FORM)'),
  'twilio validateRequestWithBody': js("import twilio from 'twilio';", '', 'twilio.validateRequestWithBody(SECRET, SIG, URL, RAW)'),
  'twilio validateExpressRequest': js("import twilio from 'twilio';", '', 'twilio.validateExpressRequest(REQUEST, SECRET)', { dialect: 'express' }),
  'twilio validateIncomingRequest': js("import twilio from 'twilio';", '', 'twilio.validateIncomingRequest(REQUEST, SECRET)', { dialect: 'express' }),
  '@line/bot-sdk validateSignature': js("import { validateSignature } from '@line/bot-sdk';", '', 'validateSignature(RAW, SECRET, SIG)'),
  'discord-interactions verifyKey': js("import { verifyKey } from 'discord-interactions';", '', "verifyKey(RAW, SIG, H('x-signature-timestamp'), SECRET)"),
  '@vonage/jwt verifySignature': js("import { verifySignature } from '@vonage/jwt';", '', "verifySignature((SIG ?? '').slice(7), SECRET)"),
  'messagebird verify': js("const { verify } = require('messagebird/lib/webhook-signature-jwt');", '', 'verify(URL, RAW, SIG, SECRET)'),
  'messagebird webhookSignatureJwt.verify': js(
    "const webhookSignatureJwt = require('messagebird/lib/webhook-signature-jwt');",
    '',
    'webhookSignatureJwt.verify(URL, RAW, SIG, SECRET)',
  ),
  'plivo validateV3Signature': js(
    "import * as plivo from 'plivo';",
    '',
    "plivo.validateV3Signature('POST', URL, H('x-plivo-signature-v3-nonce'), SECRET, SIG, FORM)",
  ),
  'livekit-server-sdk receive': js(
    "import { WebhookReceiver } from 'livekit-server-sdk';",
    'const receiver = new WebhookReceiver(process.env.API_KEY, process.env.INBOX_SECRET);',
    'receiver.receive(RAW, SIG)',
    isEvent,
  ),
  'pusher isValid': js(
    "import Pusher from 'pusher';",
    'const pusher = new Pusher({ appId: process.env.APP, key: process.env.API_KEY, secret: process.env.INBOX_SECRET });',
    'pusher.webhook({ headers: HEADERS, rawBody: RAW }).isValid()',
  ),
  '@shopify/shopify-api webhooks.validate': js(...shopify, 'shopify.webhooks.validate({ rawBody: RAW, rawRequest: REQUEST })', { member: 'valid' }),
  '@shopify/shopify-app-remix authenticate.webhook': js("import { authenticate } from '../shopify.server';", '', 'authenticate.webhook(REQUEST)', {
    dialect: 'next',
    isEvent: true,
  }),
  '@paddle/paddle-node-sdk webhooks.unmarshal': js(...paddle, 'paddle.webhooks.unmarshal(RAW, SECRET, SIG)', isEvent),
  '@paddle/paddle-node-sdk isSignatureValid': js(...paddle, 'paddle.webhooks.isSignatureValid(RAW, SECRET, SIG)'),
  'razorpay validateWebhookSignature': js("import Razorpay from 'razorpay';", '', 'Razorpay.validateWebhookSignature(RAW, SIG, SECRET)'),
  '@adyen/api-library validateHMAC': js(
    "import { hmacValidator } from '@adyen/api-library';",
    '',
    'new hmacValidator().validateHMAC(PARSED.notificationItems[0].NotificationRequestItem, SECRET)',
  ),
  '@adyen/api-library validateHMACSignature': js(
    "import { hmacValidator } from '@adyen/api-library';",
    '',
    'new hmacValidator().validateHMACSignature(SECRET, SIG, RAW)',
  ),
  '@adyen/api-library validateBankingHMAC': js(
    "import { hmacValidator } from '@adyen/api-library';",
    '',
    'new hmacValidator().validateBankingHMAC(SECRET, SIG, RAW)',
  ),
  'square WebhooksHelper.verifySignature': js(
    "import { WebhooksHelper } from 'square';",
    '',
    'WebhooksHelper.verifySignature({ requestBody: RAW, signatureHeader: SIG, signatureKey: SECRET, notificationUrl: URL })',
  ),
  'braintree webhookNotification.parse': js(
    "import braintree from 'braintree';",
    'const gateway = new braintree.BraintreeGateway({ environment: braintree.Environment.Production });',
    'gateway.webhookNotification.parse(FORM.bt_signature, FORM.bt_payload)',
    isEvent,
  ),
  'gocardless-nodejs webhooks.parse': js("import * as webhooks from 'gocardless-nodejs/webhooks';", '', 'webhooks.parse(RAW, SECRET, SIG)', isEvent),
  'gocardless-nodejs parseWithMeta': js("import { parseWithMeta } from 'gocardless-nodejs/webhooks';", '', 'parseWithMeta(RAW, SECRET, SIG)', isEvent),
  'gocardless-nodejs verifySignature': js("import { verifySignature } from 'gocardless-nodejs/webhooks';", '', 'verifySignature(RAW, SECRET, SIG)'),
  'coinbase-commerce-node verifyEventBody': js("import { Webhook } from 'coinbase-commerce-node';", '', 'Webhook.verifyEventBody(RAW, SIG, SECRET)', isEvent),
  'coinbase-commerce-node verifySigHeader': js("import { Webhook } from 'coinbase-commerce-node';", '', 'Webhook.verifySigHeader(RAW, SIG, SECRET)'),
  '@apple/app-store-server-library verifyAndDecodeNotification': js(
    "import { SignedDataVerifier } from '@apple/app-store-server-library';",
    "const verifier = new SignedDataVerifier(roots, true, 'Production', 'app.parcels');",
    'verifier.verifyAndDecodeNotification(PARSED.signedPayload)',
    isEvent,
  ),
  '@linear/sdk verify': js(...linear, 'client.verify(RAW, SIG)'),
  '@linear/sdk parseData': js(...linear, 'client.parseData(RAW, SIG)', isEvent),
  '@sanity/webhook isValidSignature': js("import { isValidSignature } from '@sanity/webhook';", '', 'isValidSignature(RAW, SIG, SECRET)'),
  '@sanity/webhook isValidRequest': js("import { isValidRequest } from '@sanity/webhook';", '', 'isValidRequest(REQUEST, SECRET)', { dialect: 'express' }),
  '@sanity/webhook assertValidSignature': js("import { assertValidSignature } from '@sanity/webhook';", '', 'assertValidSignature(RAW, SIG, SECRET)'),
  '@sanity/webhook assertValidRequest': js("import { assertValidRequest } from '@sanity/webhook';", '', 'assertValidRequest(REQUEST, SECRET)', {
    dialect: 'express',
  }),
  '@sendgrid/eventwebhook verifySignature': js(
    "import { EventWebhook } from '@sendgrid/eventwebhook';",
    '',
    "new EventWebhook().verifySignature(SECRET, RAW, SIG, H('x-twilio-email-event-webhook-timestamp'))",
  ),
  '@hubspot/api-client Signature.isValid': js(
    "import { Signature } from '@hubspot/api-client';",
    '',
    "Signature.isValid({ signatureVersion: 'v3', signature: SIG, method: 'POST', clientSecret: SECRET, requestBody: RAW, url: URL, timestamp: H('x-hubspot-request-timestamp') })",
  ),
  '@contentful/node-apps-toolkit verifyRequest': js(
    "import { verifyRequest } from '@contentful/node-apps-toolkit';",
    '',
    "verifyRequest(SECRET, { method: 'POST', path: '/inbox', headers: HEADERS, body: RAW })",
  ),
  'box-node-sdk validateMessage': js("import { WebhooksManager } from 'box-node-sdk';", '', 'WebhooksManager.validateMessage(RAW, HEADERS, SECRET)'),
  '@workos-inc/node webhooks.constructEvent': js(...workos, 'workos.webhooks.constructEvent({ payload: PARSED, sigHeader: SIG, secret: SECRET })', isEvent),
  '@workos-inc/node webhooks.verifyHeader': js(...workos, 'workos.webhooks.verifyHeader({ payload: PARSED, sigHeader: SIG, secret: SECRET })'),
  '@elevenlabs/elevenlabs-js webhooks.constructEvent': js(
    "import { ElevenLabsClient } from '@elevenlabs/elevenlabs-js';",
    'const client = new ElevenLabsClient();',
    'client.webhooks.constructEvent(RAW, SIG, SECRET)',
    isEvent,
  ),
  '@onfido/api readPayload': js(
    "import { WebhookEventVerifier } from '@onfido/api';",
    '',
    "new WebhookEventVerifier(SECRET).readPayload(RAW, H('x-sha2-signature'))",
    isEvent,
  ),
  '@hookdeck/sdk verifyWebhookSignature': js(
    "import { verifyWebhookSignature } from '@hookdeck/sdk/webhooks/helpers';",
    '',
    'verifyWebhookSignature({ headers: HEADERS, rawBody: RAW, signingSecret: SECRET })',
    { member: 'isValidSignature' },
  ),
  '@upstash/qstash verify': js(
    "import { Receiver } from '@upstash/qstash';",
    'const receiver = new Receiver({ currentSigningKey: process.env.INBOX_SECRET, nextSigningKey: process.env.NEXT_SECRET });',
    'receiver.verify({ signature: SIG, body: RAW })',
  ),
  '@kinde/webhooks decodeWebhook': js("import { decodeWebhook } from '@kinde/webhooks';", '', 'decodeWebhook(RAW, process.env.KINDE_DOMAIN)', isEvent),
  '@notionhq/client verifyWebhookSignature': js(
    "import { verifyWebhookSignature } from '@notionhq/client';",
    '',
    'verifyWebhookSignature({ body: RAW, signature: SIG, verificationToken: SECRET })',
    { isPromise: true },
  ),
  'sns-payload-validator validate': js("import SnsPayloadValidator from 'sns-payload-validator';", '', 'new SnsPayloadValidator().validate(RAW)', isEvent),
  'sns-validator validate': js("import MessageValidator from 'sns-validator';", '', 'new MessageValidator().validate(PARSED, CALLBACK)', { hasCallback: true }),
  '@hookflo/tern WebhookVerificationService.verify': js(
    "import { WebhookVerificationService } from '@hookflo/tern';",
    '',
    "WebhookVerificationService.verify(REQUEST.clone(), { platform: 'stripe', secret: SECRET })",
    { dialect: 'next', member: 'isValid' },
  ),
  '@hookflo/tern verifyWithPlatformConfig': js(
    "import { WebhookVerificationService } from '@hookflo/tern';",
    '',
    "WebhookVerificationService.verifyWithPlatformConfig(REQUEST.clone(), 'stripe', SECRET)",
    { dialect: 'next', member: 'isValid' },
  ),
  'jsonwebtoken verify': js(
    "import jwt from 'jsonwebtoken';",
    '',
    "jwt.verify((SIG ?? '').slice(7), SECRET, { algorithms: ['HS256'], audience: 'inbox', issuer: 'sender' })",
  ),
  'jsonwebtoken decode': js("import jwt from 'jsonwebtoken';", '', "jwt.decode((SIG ?? '').slice(7))"),
  'jose jwtVerify': js(
    "import { jwtVerify } from 'jose';",
    '',
    "jwtVerify((SIG ?? '').slice(7), SECRET, { algorithms: ['HS256'], audience: 'inbox', issuer: 'sender' })",
  ),
  'jose compactVerify': js("import { compactVerify } from 'jose';", '', "compactVerify(SIG ?? '', SECRET)"),
  'jose flattenedVerify': js("import { flattenedVerify } from 'jose';", '', 'flattenedVerify({ payload: RAW, signature: SIG }, SECRET)'),
  'jose decodeJwt': js("import { decodeJwt } from 'jose';", '', "decodeJwt((SIG ?? '').slice(7))"),
  'node:crypto timingSafeEqual': js(
    "import crypto from 'node:crypto';",
    '',
    "crypto.timingSafeEqual(crypto.createHash('sha256').update(SIG ?? '').digest(), crypto.createHash('sha256').update(SECRET).digest())",
  ),
  'WebCrypto subtle.verify': js(
    '',
    '',
    "crypto.subtle.verify('HMAC', await crypto.subtle.importKey('raw', new TextEncoder().encode(SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']), Buffer.from(SIG ?? '', 'hex'), new TextEncoder().encode(RAW))",
  ),
};

const py = (imports: string, setup: string, call: string, more: Partial<SdkCall> = {}): SdkCall => js(imports, setup, call, more);
const workosPython = ['from workos import WorkOSClient', 'client = WorkOSClient()'] as const;

export const pythonCalls: Readonly<Record<string, SdkCall>> = {
  'stripe Webhook.construct_event': py('import stripe', '', 'stripe.Webhook.construct_event(RAW, SIG, SECRET)', isEvent),
  'stripe construct_event': py(
    'from stripe import StripeClient',
    'client = StripeClient(os.environ["API_KEY"])',
    'client.construct_event(RAW, SIG, SECRET)',
    isEvent,
  ),
  'stripe WebhookSignature.verify_header': py('import stripe', '', 'stripe.WebhookSignature.verify_header(RAW.decode(), SIG, SECRET, 300)'),
  'stripe parse_event_notification': py(
    'from stripe import StripeClient',
    'client = StripeClient(os.environ["API_KEY"])',
    'client.parse_event_notification(RAW, SIG, SECRET)',
    isEvent,
  ),
  'standardwebhooks verify': py('from standardwebhooks import Webhook', '', 'Webhook(SECRET).verify(RAW, HEADERS)', isEvent),
  'svix verify': py('from svix.webhooks import Webhook', '', 'Webhook(SECRET).verify(RAW, HEADERS)'),
  'openai webhooks.unwrap': py('from openai import OpenAI', 'client = OpenAI()', 'client.webhooks.unwrap(RAW, HEADERS, secret=SECRET)', isEvent),
  'openai webhooks.verify_signature': py('from openai import OpenAI', 'client = OpenAI()', 'client.webhooks.verify_signature(RAW, HEADERS, secret=SECRET)'),
  'slack_sdk is_valid_request': py('from slack_sdk.signature import SignatureVerifier', '', 'SignatureVerifier(SECRET).is_valid_request(RAW, HEADERS)'),
  'slack_sdk is_valid': py(
    'from slack_sdk.signature import SignatureVerifier',
    '',
    'SignatureVerifier(SECRET).is_valid(RAW, H(x-slack-request-timestamp), SIG)',
  ),
  'twilio RequestValidator': py('from twilio import request_validator', '', 'request_validator.RequestValidator(SECRET).validate(URL, FORM, SIG)'),
  'twilio validate': py('from twilio.request_validator import RequestValidator', '', 'RequestValidator(SECRET).validate(URL, FORM, SIG)'),
  'razorpay verify_webhook_signature': py(
    'import razorpay',
    'client = razorpay.Client(auth=(os.environ["API_KEY"], os.environ["API_SECRET"]))',
    'client.utility.verify_webhook_signature(RAW.decode(), SIG, SECRET)',
  ),
  'Adyen is_valid_hmac_notification': py('from Adyen.util import is_valid_hmac_notification', '', 'is_valid_hmac_notification(PARSED, SECRET)'),
  'Adyen is_valid_hmac_payload': py('from Adyen.util import is_valid_hmac_payload', '', 'is_valid_hmac_payload(SIG, SECRET, RAW)'),
  'hubspot-api-client Signature.is_valid': py(
    'from hubspot.utils.signature import Signature',
    '',
    'Signature.is_valid(SIG, SECRET, RAW.decode(), URL, "POST", signature_version="v3", timestamp=H(x-hubspot-request-timestamp))',
  ),
  'squareup verify_signature': py(
    'from square.utils.webhooks_helper import verify_signature',
    '',
    'verify_signature(request_body=RAW.decode(), signature_header=SIG, signature_key=SECRET, notification_url=URL)',
  ),
  'squareup is_valid_webhook_event_signature': py(
    'from square.utilities.webhooks_helper import is_valid_webhook_event_signature',
    '',
    'is_valid_webhook_event_signature(RAW.decode(), SIG, SECRET, URL)',
  ),
  'workos webhooks.verify_event': py(...workosPython, 'client.webhooks.verify_event(event_body=RAW, event_signature=SIG, secret=SECRET)', isEvent),
  'workos webhooks.verify_header': py(...workosPython, 'client.webhooks.verify_header(event_body=RAW, event_signature=SIG, secret=SECRET)'),
  'sendgrid verify_signature': py(
    'from sendgrid import EventWebhook',
    '',
    'EventWebhook(SECRET).verify_signature(RAW.decode(), SIG, H(x-twilio-email-event-webhook-timestamp))',
  ),
  'paddle-billing Verifier': py('from paddle_billing.Notifications import Secret, Verifier', '', 'Verifier().verify(REQUEST, Secret(SECRET))'),
  'line-bot-sdk WebhookParser': py(
    'from linebot.v3 import WebhookParser',
    'parser = WebhookParser(os.environ["INBOX_SECRET"])',
    'parser.parse(RAW.decode(), SIG)',
    isEvent,
  ),
  'line-bot-sdk WebhookHandler': py(
    'from linebot.v3 import WebhookHandler',
    'handler = WebhookHandler(os.environ["INBOX_SECRET"])',
    'handler.handle(RAW.decode(), SIG)',
  ),
  'line-bot-sdk SignatureValidator': py('from linebot.v3.webhook import SignatureValidator', '', 'SignatureValidator(SECRET).validate(RAW.decode(), SIG)'),
  'discord-interactions verify_key': py('from discord_interactions import verify_key', '', 'verify_key(RAW, SIG, H(x-signature-timestamp), SECRET)'),
  'PyNaCl VerifyKey.verify': py('from nacl.signing import VerifyKey', '', 'VerifyKey(bytes.fromhex(SECRET)).verify(RAW, bytes.fromhex(SIG))'),
  'cryptography verify': py(
    'from cryptography.hazmat.primitives.asymmetric import ed25519',
    '',
    'ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(SECRET)).verify(bytes.fromhex(SIG), RAW)',
  ),
  'braintree webhook_notification.parse': py(
    'import braintree',
    'gateway = braintree.BraintreeGateway(access_token=os.environ["API_KEY"])',
    'gateway.webhook_notification.parse(FORM["bt_signature"], FORM["bt_payload"])',
    isEvent,
  ),
  'plivo validate_v3_signature': py(
    'from plivo.utils import validate_v3_signature',
    '',
    'validate_v3_signature("POST", URL, H(x-plivo-signature-v3-nonce), SECRET, SIG, FORM)',
  ),
  'plivo validate_signature': py('from plivo.utils import validate_signature', '', 'validate_signature(URL, H(x-plivo-signature-v2-nonce), SIG, SECRET)'),
  'telnyx verify_webhook_signature': py(
    'from telnyx.lib.webhook_verification import verify_webhook_signature',
    '',
    'verify_webhook_signature(RAW, HEADERS, SECRET)',
  ),
  'telnyx unwrap_with_ed25519': py('from telnyx.lib.webhook_verification import unwrap_with_ed25519', '', 'unwrap_with_ed25519(RAW, HEADERS, SECRET)', isEvent),
  'telnyx unsafe_unwrap': py('from telnyx import Telnyx', 'client = Telnyx()', 'client.webhooks.unsafe_unwrap(RAW)'),
  'telnyx webhooks.unwrap': py('from telnyx import Telnyx', 'client = Telnyx()', 'client.webhooks.unwrap(RAW.decode(), headers=HEADERS, key=SECRET)', isEvent),
  'vonage-jwt verify_signature': py('from vonage_jwt import verify_signature', '', 'verify_signature(SIG[7:], SECRET)'),
  'box-sdk-gen validate_message': py('from box_sdk_gen import WebhooksManager', '', 'WebhooksManager.validate_message(RAW.decode(), HEADERS, SECRET)'),
  'gidgethub validate_event': py('from gidgethub import sansio', '', 'sansio.validate_event(RAW, signature=SIG, secret=SECRET)'),
  'gidgethub Event.from_http': py('from gidgethub import sansio', '', 'sansio.Event.from_http(HEADERS, RAW, secret=SECRET)', isEvent),
  'PyJWT jwt.decode': py('import jwt', '', 'jwt.decode(SIG[7:], SECRET, algorithms=["HS256"], audience="inbox", issuer="sender")'),
  'hmac (standard library) compare_digest': py(
    'import hashlib\nimport hmac',
    '',
    'hmac.compare_digest(hmac.new(SECRET.encode(), RAW, hashlib.sha256).hexdigest(), SIG)',
  ),
};

export const stages: Readonly<Record<string, SdkStage>> = {
  'js @octokit/webhooks createNodeMiddleware': {
    imports: ["import { Webhooks, createNodeMiddleware } from '@octokit/webhooks';"],
    setup: ['const webhooks = new Webhooks({ secret: process.env.INBOX_SECRET });'],
    stage: 'createNodeMiddleware(webhooks)',
  },
  'js twilio twilio.webhook': {
    imports: ["import twilio from 'twilio';"],
    stage: 'twilio.webhook(process.env.INBOX_SECRET)',
    off: 'twilio.webhook({ validate: false })',
  },
  'js @line/bot-sdk middleware': {
    imports: ["import { middleware } from '@line/bot-sdk';"],
    stage: 'middleware({ channelSecret: process.env.INBOX_SECRET })',
    off: 'middleware({ channelSecret: process.env.INBOX_SECRET, skipSignatureVerification: true })',
  },
  'js discord-interactions verifyKeyMiddleware': {
    imports: ["import { verifyKeyMiddleware } from 'discord-interactions';"],
    stage: 'verifyKeyMiddleware(process.env.PUBLIC_KEY)',
  },
  'js discord-interactions verifyWebhookEventMiddleware': {
    imports: ["import { verifyWebhookEventMiddleware } from 'discord-interactions';"],
    stage: 'verifyWebhookEventMiddleware(process.env.PUBLIC_KEY)',
  },
  'js messagebird ExpressMiddlewareVerify': {
    imports: ["const { ExpressMiddlewareVerify } = require('messagebird/lib/webhook-signature-jwt');"],
    stage: '',
    off: 'ExpressMiddlewareVerify(process.env.INBOX_SECRET)',
  },
  'js @sanity/webhook requireSignedRequest': {
    imports: ["import { requireSignedRequest } from '@sanity/webhook';"],
    stage: 'requireSignedRequest({ secret: process.env.INBOX_SECRET })',
  },
  'python discord-interactions verify_key_decorator': {
    imports: ['import os', '', 'from discord_interactions import verify_key_decorator'],
    stage: 'verify_key_decorator(os.environ["PUBLIC_KEY"])',
  },
};
