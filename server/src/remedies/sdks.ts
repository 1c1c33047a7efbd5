/** How the official packages verify, one row a package and language: what to import, what to call, what acceptance looks like. */
import { assign, call, create, declare, declareLater, evaluate, imported, literal, member, name, not, or, record, when } from '../languages/draft.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import type { FormBody, RawBody } from './frameworks/framework.js';
import { moduleName } from './names.js';
import type { Repair } from './repair.js';
import { type Check, environmentOf } from './verify.js';
import { expressionsOf } from './walk.js';

interface SdkRow {
  readonly provider: string;
  readonly language: string;
  /** As it is installed and imported. */
  readonly package: string;
  /** What it is declared with where it is not yet; null where versions are not usually given. */
  readonly version: string | null;
  readonly title: string;
}

export interface BodyCheck extends SdkRow {
  readonly signs?: 'body';
  write(parts: SdkParts): SdkResult;
}

/** Signed are the address and the fields of a form; the body's bytes are not. */
export interface FormCheck extends SdkRow {
  readonly signs: 'form';
  writeForm(parts: { readonly check: Check; readonly form: FormBody }): readonly DraftStatement[];
}

export type SdkCheck = BodyCheck | FormCheck;

export interface SdkParts {
  readonly repair: Repair;
  readonly check: Check;
  readonly raw: RawBody;
  readonly secret: Draft;
}

export interface SdkResult {
  readonly statements: readonly DraftStatement[];
  /** The verified delivery, where the package gives one that the handler can go on with. */
  readonly event: Draft | null;
}

const stripeNode: SdkCheck = {
  provider: 'stripe',
  language: 'typescript',
  package: 'stripe',
  version: '^23.1.0',
  title: 'Verify with the Stripe SDK',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const client = instanceOf(check, ['stripe()', 'stripe.Stripe()']) ?? imported('stripe', 'default', 'Stripe');
    const signature = editor.local('signature', 'stripe signature');
    const verified = call(member(client, 'webhooks', 'constructEvent'), raw.value, name(signature), secret);
    const typed = /\.[cm]?tsx?$/.test(editor.path);
    // A typed event in place of an untyped body could stop the handler from compiling; then the body stays what it was.
    const keepsBody = raw.reads === 0 || (typed && !raw.named?.typed && !narrowsByType(check, raw.named?.local));
    const event = keepsBody ? null : raw.named ? raw.named.local : editor.local('event', 'stripe event');
    const type: Draft = imported('stripe', 'default', 'Stripe');
    return {
      statements: [
        declare(signature, check.header('stripe-signature')),
        when(raw.missing === null ? not(name(signature)) : or(raw.missing, not(name(signature))), check.refuse(400, 'Missing signature.')),
        ...(event === null ? [] : [declareLater(event, { member: type, property: 'Event' })]),
        {
          kind: 'try',
          body: [event === null ? evaluate(verified) : assign(name(event), verified)],
          handlers: [{ types: [], target: null, body: check.refuse(400, 'Invalid signature.') }],
        },
      ],
      event: event === null ? null : name(event),
    };
  },
};

const EVENT_FIELDS = new Set(['id', 'object', 'type', 'data', 'created', 'livemode', 'account', 'api_version', 'pending_webhooks', 'request']);

/** The handler looks at fields of an event only, and below their top only under a test of its `type`. */
function narrowsByType(check: Check, local: string | undefined): boolean {
  const { editor, fn } = check.handler;
  const others = expressionsOf(editor.module, fn).some(
    ({ expr }) => expr.kind === 'member' && expr.object.kind === 'name' && expr.object.name === local && !EVENT_FIELDS.has(expr.property),
  );
  if (local === undefined || others) return false;
  return (
    !/\bdata\s*\.\s*object\b/.test(editor.text.slice(fn.bodyRange.start, fn.bodyRange.end)) ||
    /\bswitch\s*\(\s*[\w.]*\btype\s*\)/.test(editor.text.slice(fn.bodyRange.start, fn.bodyRange.end))
  );
}

// The class of its errors moved between versions of the package, so any of them refuses.
const stripePython: SdkCheck = {
  provider: 'stripe',
  language: 'python',
  package: 'stripe',
  version: null,
  title: 'Verify with the Stripe SDK',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const signature = editor.local('signature', 'stripe signature');
    const verify = call(member(imported('stripe', null), 'Webhook', 'construct_event'), raw.value, name(signature), secret);
    return {
      statements: [
        declare(signature, check.header('stripe-signature')),
        when(not(name(signature)), check.refuse(400, 'Missing signature.')),
        { kind: 'try', body: [evaluate(verify)], handlers: [{ types: [], target: null, body: check.refuse(400, 'Invalid signature.') }] },
      ],
      event: null,
    };
  },
};

const octokit = (pack: string): BodyCheck => ({
  provider: 'github',
  language: 'typescript',
  package: pack,
  version: pack === '@octokit/webhooks' ? '^14.2.0' : '^6.0.0',
  title: `Verify with ${pack}`,
  write({ check, raw, secret }) {
    const { editor, fn } = check.handler;
    editor.makeAsync(fn);
    const signature = editor.local('signature', 'github signature');
    const decoded = raw.isBytes ? editor.idioms.decode(raw.value) : raw.value;
    const local = raw.isBytes ? editor.local('payload', 'payload text') : null;
    const payload = local === null ? raw.value : name(local);
    const verified =
      pack === '@octokit/webhooks-methods'
        ? call(imported(pack, 'verify'), secret, payload, name(signature))
        : call(member(create(imported(pack, 'Webhooks'), record({ secret })), 'verify'), payload, name(signature));
    // It throws on an empty body instead of saying no.
    const present: Draft = raw.missing?.kind === 'unary' ? { kind: 'conditional', test: raw.missing.operand, then: decoded, otherwise: literal('') } : decoded;
    return {
      statements: [
        declare(signature, check.header('x-hub-signature-256')),
        ...(local === null ? [] : [declare(local, present)]),
        when(or(or(not(name(signature)), not(payload)), not({ kind: 'await', operand: verified })), check.refuse(401, 'Invalid signature.')),
      ],
      event: null,
    };
  },
});

const standardHeaders = (prefix: string): readonly string[] => [`${prefix}-id`, `${prefix}-timestamp`, `${prefix}-signature`];

const standardNode = (provider: string, pack: string, prefix: string): SdkCheck => ({
  provider,
  language: 'typescript',
  package: pack,
  version: pack === 'svix' ? '^1.99.1' : '^1.1.1',
  title: `Verify with the ${pack} package`,
  write({ check, raw, secret }) {
    const orEmpty = (value: Draft): Draft => ({ kind: 'logical', op: 'nullish', left: value, right: literal('') });
    const headers = record(Object.fromEntries(standardHeaders(prefix).map((header) => [header, orEmpty(check.header(header))])));
    const verify = call(member(create(imported(pack, 'Webhook'), secret), 'verify'), raw.value, headers);
    return {
      statements: [
        ...(raw.missing === null ? [] : [when(raw.missing, check.refuse(400, 'Missing body.'))]),
        { kind: 'try', body: [evaluate(verify)], handlers: [{ types: [], target: null, body: check.refuse(401, 'Invalid signature.') }] },
      ],
      event: null,
    };
  },
});

const standardPython = (provider: string, pack: string, module: string): SdkCheck => ({
  provider,
  language: 'python',
  package: pack,
  version: null,
  title: `Verify with the ${pack} package`,
  write({ check, raw, secret }) {
    const headers = call(name('dict'), member(imported('flask', 'request'), 'headers'));
    const verify = call(member(call(imported(module, 'Webhook'), secret), 'verify'), raw.value, headers);
    // Malformed headers raise other errors than the package's own, so any of them refuses.
    return {
      statements: [{ kind: 'try', body: [evaluate(verify)], handlers: [{ types: [], target: null, body: check.refuse(401, 'Invalid signature.') }] }],
      event: null,
    };
  },
});

const slackPython: SdkCheck = {
  provider: 'slack',
  language: 'python',
  package: 'slack_sdk',
  version: null,
  title: 'Verify with the Slack SDK',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const timestamp = editor.local('timestamp', 'slack timestamp');
    const verifier = call(imported('slack_sdk.signature', 'SignatureVerifier'), secret);
    const verified = call(member(verifier, 'is_valid'), raw.value, name(timestamp), check.header('x-slack-signature'));
    const orEmpty = or(check.header('x-slack-request-timestamp'), literal(''));
    return {
      statements: [
        declare(timestamp, orEmpty),
        when(or(not(call(member(name(timestamp), 'isdecimal'))), not(verified)), check.refuse(401, 'Invalid signature.')),
      ],
      event: null,
    };
  },
};

const slackNode: SdkCheck = {
  provider: 'slack',
  language: 'typescript',
  package: '@slack/bolt',
  version: '^5.1.0',
  title: 'Verify with Slack Bolt',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const signature = editor.local('signature', 'slack signature');
    const timestamp = editor.local('timestamp', 'slack timestamp');
    const headers = record({ 'x-slack-signature': name(signature), 'x-slack-request-timestamp': call(name('Number'), name(timestamp)) });
    const body = raw.isBytes ? editor.idioms.decode(raw.value) : raw.value;
    const verified = call(imported('@slack/bolt', 'isValidSlackRequest'), record({ signingSecret: secret, body, headers }));
    const missing = or(raw.missing === null ? not(name(signature)) : or(raw.missing, not(name(signature))), not(name(timestamp)));
    return {
      statements: [
        declare(signature, check.header('x-slack-signature')),
        declare(timestamp, check.header('x-slack-request-timestamp')),
        when(missing, check.refuse(400, 'Missing signature.')),
        when(or(editor.idioms.stale(name(timestamp), 's', 300, editor), not(verified)), check.refuse(401, 'Invalid signature.')),
      ],
      event: null,
    };
  },
};

/** The address is part of what is signed, and only the owner knows it: behind a proxy the request shows another one. */
function formCheck(check: Check, form: FormBody, validate: (token: Draft, signature: Draft, url: Draft, fields: Draft) => Draft): DraftStatement[] {
  const { editor } = check.handler;
  const token = editor.local('auth token', 'twilio auth token');
  const base = editor.local('public url', 'webhook base url');
  const signature = check.header('x-twilio-signature');
  const present = editor.idioms.emptyWhenMissing?.(signature) ?? ({ kind: 'logical', op: 'nullish', left: signature, right: literal('') } satisfies Draft);
  const url: Draft = { kind: 'binary', op: '+', left: name(base), right: form.path };
  return [
    declare(token, environmentOf(check, 'TWILIO_AUTH_TOKEN')),
    declare(base, environmentOf(check, 'PUBLIC_URL')),
    when(or(not(name(token)), not(name(base))), check.refuse(500, 'Webhook secret is not configured.')),
    when(not(validate(name(token), present, url, form.fields)), check.refuse(401, 'Invalid signature.')),
  ];
}

const twilioNode: SdkCheck = {
  provider: 'twilio',
  language: 'typescript',
  package: 'twilio',
  version: '^6.2.0',
  title: 'Verify with the Twilio SDK',
  signs: 'form',
  writeForm: ({ check, form }) =>
    formCheck(check, form, (token, signature, url, fields) =>
      call(member(imported('twilio', 'default', 'twilio'), 'validateRequest'), token, signature, url, fields),
    ),
};

const twilioPython: SdkCheck = {
  provider: 'twilio',
  language: 'python',
  package: 'twilio',
  version: null,
  title: 'Verify with the Twilio SDK',
  signs: 'form',
  writeForm: ({ check, form }) =>
    formCheck(check, form, (token, signature, url, fields) =>
      call(member(call(imported('twilio.request_validator', 'RequestValidator'), token), 'validate'), url, fields, signature),
    ),
};

export const sdkChecks: readonly SdkCheck[] = [
  stripeNode,
  stripePython,
  octokit('@octokit/webhooks-methods'),
  octokit('@octokit/webhooks'),
  standardNode('svix', 'svix', 'svix'),
  standardNode('standard-webhooks', 'standardwebhooks', 'webhook'),
  standardPython('svix', 'svix', 'svix.webhooks'),
  standardPython('standard-webhooks', 'standardwebhooks', 'standardwebhooks'),
  twilioNode,
  twilioPython,
  slackPython,
  slackNode,
];

/** The package's client that the handler's file has already: made there, or imported from a file that makes it. */
function instanceOf(check: Check, constructions: readonly string[]): Draft | undefined {
  const { editor } = check.handler;
  const found = editor.module.bindings.find(
    (binding) => binding.owner === 0 && binding.value && constructions.includes(moduleName(editor.module, binding.value) ?? ''),
  );
  return found ? name(found.name) : undefined;
}
