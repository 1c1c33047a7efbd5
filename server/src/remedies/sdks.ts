/** How the official packages verify, one row a package and language: what to import, what to call, what acceptance looks like. */
import { assign, call, create, declare, declareLater, evaluate, imported, literal, member, name, not, or, record, when } from '../languages/draft.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import type { RawBody } from './frameworks/framework.js';
import { moduleName } from './names.js';
import type { Repair } from './repair.js';
import type { Check } from './verify.js';

export interface SdkCheck {
  readonly provider: string;
  readonly language: string;
  /** As it is installed and imported. */
  readonly package: string;
  readonly title: string;
  write(parts: SdkParts): SdkResult;
}

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
  title: 'Verify with the Stripe SDK',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const client = instanceOf(check, ['stripe()', 'stripe.Stripe()']) ?? imported('stripe', 'default', 'Stripe');
    const signature = editor.local('signature', 'stripe signature');
    const verified = call(member(client, 'webhooks', 'constructEvent'), raw.value, name(signature), secret);
    const typed = /\.[cm]?tsx?$/.test(editor.path);
    // A typed event in place of an untyped body could stop the handler from compiling; then the body stays what it was.
    const keepsBody = raw.reads === 0 || (typed && !raw.named?.typed && !narrowsByType(check));
    const event = keepsBody ? null : raw.named ? raw.named.local : editor.local('event', 'stripe event');
    const type: Draft = imported('stripe', 'default', 'Stripe');
    return {
      statements: [
        declare(signature, check.header('stripe-signature')),
        when(raw.missing === null ? not(name(signature)) : or(raw.missing, not(name(signature))), check.refuse(400, 'Missing signature.')),
        ...(event === null ? [] : [declareLater(event, { member: type, property: 'Event' })]),
        { kind: 'try', body: [event === null ? evaluate(verified) : assign(name(event), verified)], handlers: [{ types: [], target: null, body: check.refuse(400, 'Invalid signature.') }] },
      ],
      event: event === null ? null : name(event),
    };
  },
};

/** Every look below the event's top stands under a test of its `type`. */
function narrowsByType(check: Check): boolean {
  const { editor, fn } = check.handler;
  return !/\bdata\s*\.\s*object\b/.test(editor.text.slice(fn.bodyRange.start, fn.bodyRange.end)) || /\bswitch\s*\(\s*[\w.]*\btype\s*\)/.test(editor.text.slice(fn.bodyRange.start, fn.bodyRange.end));
}

const stripePython: SdkCheck = {
  provider: 'stripe',
  language: 'python',
  package: 'stripe',
  title: 'Verify with the Stripe SDK',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const signature = editor.local('signature', 'stripe signature');
    const verify = call(member(imported('stripe', null), 'Webhook', 'construct_event'), raw.value, name(signature), secret);
    return {
      statements: [
        declare(signature, check.header('stripe-signature')),
        when(not(name(signature)), check.refuse(400, 'Missing signature.')),
        { kind: 'try', body: [evaluate(verify)], handlers: [{ types: [name('ValueError'), member(imported('stripe', null), 'SignatureVerificationError')], target: null, body: check.refuse(400, 'Invalid signature.') }] },
      ],
      event: null,
    };
  },
};

const octokit = (pack: string): SdkCheck => ({
  provider: 'github',
  language: 'typescript',
  package: pack,
  title: `Verify with ${pack}`,
  write({ check, raw, secret }) {
    const { editor, fn } = check.handler;
    editor.makeAsync(fn);
    const signature = editor.local('signature', 'github signature');
    const payload = raw.isBytes ? editor.idioms.decode(raw.value) : raw.value;
    const verified =
      pack === '@octokit/webhooks-methods'
        ? call(imported(pack, 'verify'), secret, payload, name(signature))
        : call(member(create(imported(pack, 'Webhooks'), record({ secret })), 'verify'), payload, name(signature));
    const missing = raw.missing === null ? not(name(signature)) : or(raw.missing, not(name(signature)));
    return {
      statements: [
        declare(signature, check.header('x-hub-signature-256')),
        when(or(missing, not({ kind: 'await', operand: verified })), check.refuse(401, 'Invalid signature.')),
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
  title: `Verify with the ${pack} package`,
  write({ check, raw, secret }) {
    const headers = call(name('dict'), member(imported('flask', 'request'), 'headers'));
    const verify = call(member(call(imported(module, 'Webhook'), secret), 'verify'), raw.value, headers);
    // Malformed headers raise other errors than the package's own, so any of them refuses.
    return { statements: [{ kind: 'try', body: [evaluate(verify)], handlers: [{ types: [], target: null, body: check.refuse(401, 'Invalid signature.') }] }], event: null };
  },
});

const slackPython: SdkCheck = {
  provider: 'slack',
  language: 'python',
  package: 'slack_sdk',
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
  title: 'Verify with Slack Bolt',
  write({ check, raw, secret }) {
    const { editor } = check.handler;
    const signature = editor.local('signature', 'slack signature');
    const timestamp = editor.local('timestamp', 'slack timestamp');
    const headers = record({ 'x-slack-signature': name(signature), 'x-slack-request-timestamp': call(name('Number'), name(timestamp)) });
    const body = raw.isBytes ? editor.idioms.decode(raw.value) : raw.value;
    const verified = call(imported('@slack/bolt', 'isValidSlackRequest'), record({ signingSecret: secret, body, headers }));
    const missing = or(not(name(signature)), not(name(timestamp)));
    return {
      statements: [
        declare(signature, check.header('x-slack-signature')),
        declare(timestamp, check.header('x-slack-request-timestamp')),
        when(raw.missing === null ? missing : or(raw.missing, missing), check.refuse(400, 'Missing signature.')),
        when(or(editor.idioms.stale(name(timestamp), 's', 300), not(verified)), check.refuse(401, 'Invalid signature.')),
      ],
      event: null,
    };
  },
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
  slackPython,
  slackNode,
];

/** The package's client that the handler's file has already: made there, or imported from a file that makes it. */
function instanceOf(check: Check, constructions: readonly string[]): Draft | undefined {
  const { editor } = check.handler;
  const found = editor.module.bindings.find((binding) => binding.owner === 0 && binding.value && constructions.includes(moduleName(editor.module, binding.value) ?? ''));
  return found ? name(found.name) : undefined;
}

