/** What the golden files are about: the facts that a rule would hand over, told by pointing at text. */
import type { Range } from '../../server/src/ir/model.js';
import type { Files, Pointed } from './by-hand.js';
import { claims } from './golden-claims.js';

export interface Pointer {
  readonly text: string;
  at(part: string): Range;
  endpoint(pointed: Pointed): Record<string, unknown>;
}

export interface GoldenCase {
  readonly remedy: string;
  readonly file: string;
  readonly title: string;
  readonly offer?: string;
  /** Where the file stands in its project. */
  readonly path?: string;
  readonly others?: Files;
  readonly finding?: string;
  /** Parts of lines that must come out as they were. */
  readonly keeps?: readonly string[];
  facts(pointer: Pointer): Record<string, unknown>;
}

const endpoint =
  (pointed: Pointed) =>
  (pointer: Pointer): Record<string, unknown> => ({ endpoint: pointer.endpoint(pointed) });

const hmac: readonly GoldenCase[] = [
  {
    file: 'github-express.before.ts',
    title: 'Verify with HMAC-SHA256 (GitHub)',
    facts: endpoint({ framework: 'express', provider: 'github', handler: 'sendStatus', registration: "app.post('/inbox', async (" }),
  },
  {
    file: 'shopify-express-parser.before.js',
    title: 'Verify with HMAC-SHA256 (Shopify)',
    keeps: ['save('],
    facts: endpoint({ framework: 'express', provider: 'shopify', handler: 'save(', registration: 'app.post("/orders", (' }),
  },
  {
    file: 'slack-next.before.ts',
    path: 'app/api/slack/route.ts',
    title: 'Verify with HMAC-SHA256 (Slack)',
    keeps: ['enqueue', '// Slack asks'],
    facts: endpoint({ framework: 'next-app', provider: 'slack', handler: 'enqueue(' }),
  },
  {
    file: 'github-quart.before.py',
    title: 'Verify with HMAC-SHA256 (GitHub)',
    keeps: ['stars.add'],
    facts: endpoint({ framework: 'flask', provider: 'github', handler: 'stars.add', registration: 'app.post("/webhooks/github"' }),
  },
  {
    file: 'stripe-flask.before.py',
    title: 'Verify with HMAC-SHA256 (Stripe)',
    keeps: ['get_json', 'save(', '# what'],
    facts: endpoint({ framework: 'flask', provider: 'stripe', handler: 'save(event', registration: 'app.post("/payments"' }),
  },
  {
    file: 'standard-flask.before.py',
    title: 'Verify with Standard Webhooks',
    offer: 'verify-with-hmac:standard-webhooks',
    keeps: ['GET', 'makedirs'],
    facts: endpoint({ framework: 'flask', provider: null, methods: ['GET', 'POST'], handler: 'makedirs' }),
  },
  { file: 'gitlab-hono.before.ts', title: 'Check the secret token (GitLab)', facts: endpoint({ framework: 'hono', provider: 'gitlab', handler: 'mirror(c' }) },
  {
    file: 'token-in-path-express.before.js',
    title: 'Check the secret token (Telegram Bot API)',
    keeps: ['timingSafeEqual', 'notes'],
    facts: endpoint({ framework: 'express', provider: 'telegram', handler: 'notes.insert', registration: "app.post('/telegram/updates/:token', async (" }),
  },
  {
    file: 'token-in-query-flask.before.py',
    title: 'Verify with HMAC-SHA256 (GitHub)',
    keeps: ['HOOK_TOKEN', 'releases'],
    facts: endpoint({ framework: 'flask', provider: 'github', handler: 'releases.insert_one', registration: 'app.post("/hooks/github"' }),
  },
  {
    file: 'unknown-lambda.before.js',
    title: 'Verify with HMAC-SHA256',
    offer: 'verify-with-hmac:generic-hmac',
    keeps: ['table.put'],
    facts: endpoint({ framework: 'lambda', provider: null, handler: 'table.put' }),
  },
].map((one) => ({ remedy: 'verify-with-hmac', ...one }));

const sdk: readonly GoldenCase[] = [
  {
    file: 'stripe-express.before.ts',
    title: 'Verify with the Stripe SDK',
    keeps: ['settle(event'],
    facts: endpoint({ framework: 'express', provider: 'stripe', handler: 'settle(event', registration: 'router.post(' }),
  },
  {
    file: 'stripe-next.before.js',
    path: 'app/api/payments/route.js',
    title: 'Verify with the Stripe SDK',
    keeps: ['settle(data'],
    facts: endpoint({ framework: 'next-app', provider: 'stripe', handler: 'settle(data' }),
  },
  {
    file: 'octokit-express.before.ts',
    title: 'Verify with @octokit/webhooks-methods',
    keeps: ['store(req)'],
    facts: endpoint({ framework: 'express', provider: 'github', handler: 'store(req)', registration: "routes.post('/push'" }),
  },
  {
    file: 'svix-next.before.ts',
    path: 'app/api/users/route.ts',
    title: 'Verify with the svix package',
    others: { 'package.json': '{ "dependencies": { "svix": "^1.0.0" } }' },
    keeps: ['users.create'],
    facts: endpoint({ framework: 'next-app', provider: 'svix', handler: 'users.create' }),
  },
  {
    file: 'twilio-flask.before.py',
    title: 'Verify with the Twilio SDK',
    keeps: ['reply'],
    facts: endpoint({ framework: 'flask', provider: 'twilio', handler: 'reply.message' }),
  },
  {
    file: 'twilio-express.before.ts',
    title: 'Verify with the Twilio SDK',
    keeps: ['reply'],
    facts: endpoint({ framework: 'express', provider: 'twilio', handler: 'reply.message', registration: "app.post('/sms'" }),
  },
  {
    file: 'stripe-flask.before.py',
    title: 'Verify with the Stripe SDK',
    keeps: ['settle(event'],
    facts: endpoint({ framework: 'flask', provider: 'stripe', handler: 'settle(event' }),
  },
  {
    file: 'slack-flask.before.py',
    title: 'Verify with the Slack SDK',
    keeps: ['chat_postMessage'],
    facts: endpoint({ framework: 'flask', provider: 'slack', handler: 'chat_postMessage' }),
  },
].map((one) => ({ remedy: 'verify-with-sdk', ...one }));

const compared =
  (comparison: string, left: string, right: string, more: Record<string, unknown> = {}) =>
  ({ at }: Pointer): Record<string, unknown> => {
    const whole = at(comparison);
    const from = (start: number, part: string): Range => ({ start, end: start + part.length });
    const [first, last] = [whole.start + comparison.indexOf(left), whole.start + comparison.lastIndexOf(right)];
    return { comparison: whole, left: from(first, left), right: from(last, right), negated: false, form: 'operator', ...more };
  };

const compare: readonly GoldenCase[] = [
  { file: 'header-express.before.ts', facts: compared("req.headers['x-hub-signature-256'] === expected", "req.headers['x-hub-signature-256']", 'expected') },
  {
    file: 'both-missing.before.ts',
    title: 'Compare in constant time, and refuse when both are missing',
    facts: compared("req.headers['x-gitlab-token'] !== process.env.GITLAB_TOKEN", "req.headers['x-gitlab-token']", 'process.env.GITLAB_TOKEN', {
      mayBothBeMissing: true,
    }),
  },
  { file: 'negated.before.js', facts: compared('req.get("x-mac") !== mac', 'req.get("x-mac")', 'mac') },
  {
    file: 'throwing-call.before.ts',
    facts: compared("crypto.timingSafeEqual(Buffer.from(sent, 'hex'), mac)", "Buffer.from(sent, 'hex')", 'mac', { form: 'call' }),
  },
  {
    file: 'several.before.js',
    facts: compared('[mac(keys.current, raw), mac(keys.old, raw)].includes(sent)', '[mac(keys.current, raw), mac(keys.old, raw)]', 'sent', { form: 'call' }),
  },
  { file: 'candidates.before.js', facts: compared('macsOf(raw).includes(sent)', 'macsOf(raw)', 'sent', { form: 'call' }) },
  {
    file: 'required.before.cjs',
    keeps: ['// hashes'],
    facts: compared('makeMac(raw) === sent', 'makeMac(raw)', 'sent'),
  },
  { file: 'ends-with.before.ts', facts: compared('header.endsWith(digest)', 'header', 'digest', { form: 'call' }) },
  {
    file: 'hexdigest.before.py',
    facts: compared('headers.get("X-Hub-Signature-256") != expected', 'headers.get("X-Hub-Signature-256")', 'expected', { negated: true }),
  },
  { file: 'token.before.py', facts: compared("request.headers.get('X-Token') != TOKEN", "request.headers.get('X-Token')", 'TOKEN', { negated: true }) },
].map((one) => ({ remedy: 'compare-safely', title: 'Compare in constant time', ...one }));

const raw: readonly GoldenCase[] = [
  {
    file: 'express-app-parser.before.ts',
    keeps: ['req.body.id'],
    facts: (one: Pointer) => ({
      kind: 're-encoded',
      use: one.at('JSON.stringify(req.body)'),
      ...endpoint({ framework: 'express', handler: 'sendStatus', registration: "app.post('/inbox'" })(one),
    }),
  },
  {
    file: 'express-route-parser.before.js',
    keeps: ['res.json'],
    facts: (one: Pointer) => ({
      kind: 're-encoded',
      use: one.at('JSON.stringify(req.body)'),
      ...endpoint({ framework: 'express', handler: 'res.json', registration: "app.post('/inbox'" })(one),
    }),
  },
  {
    file: 'next.before.ts',
    path: 'app/inbox/route.ts',
    keeps: ['store(body)'],
    facts: (one: Pointer) => ({ kind: 're-encoded', use: one.at('JSON.stringify(body)'), ...endpoint({ framework: 'next-app', handler: 'store(body)' })(one) }),
  },
  {
    file: 'flask.before.py',
    keeps: ['get_json'],
    facts: (one: Pointer) => ({ kind: 're-encoded', use: one.at('json.dumps(body)'), ...endpoint({ framework: 'flask', handler: 'abort(401)' })(one) }),
  },
  {
    file: 'flask-form.before.py',
    keeps: ['kind ='],
    facts: (one: Pointer) => ({ kind: 're-encoded', use: one.at('json.dumps(request.form)'), ...endpoint({ framework: 'flask', handler: 'abort(401)' })(one) }),
  },
].map((one) => ({ remedy: 'read-raw-body', title: 'Sign the bytes as they were sent', ...one }));

const secrets: readonly GoldenCase[] = [
  {
    file: 'literal.before.ts',
    title: 'Read the secret from PARCEL_SECRET',
    facts: ({ at }: Pointer) => ({ literal: at("'parcels-4711'"), kind: 'literal', suggestedName: 'PARCEL_SECRET' }),
  },
  {
    file: 'default.before.js',
    title: 'Read the secret without a default',
    facts: ({ at }: Pointer) => ({
      literal: at('"dev-secret"'),
      kind: 'default',
      suggestedName: 'PARCEL_SECRET',
      lookup: at('process.env.PARCEL_SECRET || "dev-secret"'),
    }),
  },
  {
    file: 'literal.before.py',
    title: 'Read the secret from WEBHOOK_SECRET',
    facts: ({ at }: Pointer) => ({ literal: at('"parcels-4711"'), kind: 'literal', suggestedName: null }),
  },
  {
    file: 'bytes.before.py',
    title: 'Read the secret from GITHUB_WEBHOOK_SECRET',
    facts: ({ at }: Pointer) => ({ literal: at('b"parcels-4711"'), kind: 'literal', suggestedName: null, provider: 'github' }),
  },
  {
    file: 'second.before.ts',
    title: 'Read the secret from DEPOT_WEBHOOK_SECRET',
    keeps: ['WEBHOOK_SECRET'],
    facts: ({ at }: Pointer) => ({ literal: at("'depot-4711'"), kind: 'literal', suggestedName: null }),
  },
  {
    file: 'default.before.py',
    title: 'Read the secret without a default',
    facts: ({ at }: Pointer) => ({
      literal: at("'super-secret-key'"),
      kind: 'default',
      suggestedName: 'PARCEL_SECRET',
      lookup: at("os.environ.get('PARCEL_SECRET', 'super-secret-key')"),
    }),
  },
].map((one) => ({ remedy: 'secret-from-environment', ...one }));

const SECRET = 'Refuse when the secret is not set';
const open: readonly GoldenCase[] = [
  {
    file: 'secret-and.before.ts',
    title: SECRET,
    facts: (one: Pointer) => ({
      variant: 'secret-unset',
      condition: one.at("secret && !verify(req.body, req.get('x-mac'), secret)"),
      ...endpoint({ framework: 'express', handler: 'sendStatus' })(one),
    }),
  },
  {
    file: 'secret-block.before.js',
    title: SECRET,
    facts: (one: Pointer) => ({
      variant: 'secret-unset',
      condition: one.at('secret && signature'),
      ...endpoint({ framework: 'express', handler: 'sendStatus' })(one),
    }),
  },
  {
    file: 'secret-else.before.py',
    title: SECRET,
    facts: (one: Pointer) => ({
      variant: 'secret-unset',
      condition: { start: one.at('if secret:').start + 3, end: one.at('if secret:').end - 1 },
      ...endpoint({ framework: 'flask', handler: 'logger.warning' })(one),
    }),
  },
  { file: 'helper-true.before.py', title: SECRET, keeps: ['print('], facts: (one: Pointer) => ({ variant: 'secret-unset', condition: one.at('not secret') }) },
  { file: 'secret-bare.before.ts', title: SECRET, facts: (one: Pointer) => ({ variant: 'secret-unset', condition: one.at('!secret') }) },
  {
    file: 'mismatch-bare.before.ts',
    title: 'Stop after a mismatch',
    keeps: ['unsigned'],
    facts: (one: Pointer) => ({ variant: 'mismatch-continues', condition: one.at("!same(secret, req.body, req.get('x-mac'))") }),
  },
  {
    file: 'header-block.before.py',
    title: 'Refuse when the header is missing',
    facts: (one: Pointer) => ({
      variant: 'header-missing',
      condition: { start: one.at('if signature:').start + 3, end: one.at('if signature:').end - 1 },
      ...endpoint({ framework: 'flask', handler: 'get_data' })(one),
    }),
  },
  {
    file: 'result-ignored.before.ts',
    path: 'app/inbox/route.ts',
    title: 'Refuse when the check fails',
    facts: (one: Pointer) => ({
      variant: 'result-ignored',
      call: one.at("verify(raw, req.headers.get('x-mac'))"),
      ...endpoint({ framework: 'next-app', handler: 'store(' })(one),
    }),
  },
  {
    file: 'result-ignored.before.py',
    title: 'Refuse when the check fails',
    facts: (one: Pointer) => ({
      variant: 'result-ignored',
      call: one.at('hmac.compare_digest(mac_of(request.get_data()), request.headers.get("X-Mac", ""))'),
      ...endpoint({ framework: 'flask', handler: 'store(' })(one),
    }),
  },
  {
    file: 'swallowed.before.ts',
    title: 'Refuse when the check throws',
    keeps: ['console.error'],
    facts: (one: Pointer) => ({ variant: 'exception-swallowed', handler: caught(one), ...endpoint({ framework: 'express', handler: 'console.error' })(one) }),
  },
  {
    file: 'swallowed.before.py',
    title: 'Refuse when the check throws',
    facts: (one: Pointer) => ({ variant: 'exception-swallowed', handler: caught(one), ...endpoint({ framework: 'flask', handler: 'store(' })(one) }),
  },
  {
    file: 'not-awaited.before.js',
    title: 'Wait for the check',
    facts: (one: Pointer) => ({
      variant: 'not-awaited',
      call: one.at("verify(process.env.SECRET, req.rawBody.toString(), req.get('x-hub-signature-256'))"),
      ...endpoint({ framework: 'express', handler: 'rawBody' })(one),
    }),
  },
  {
    file: 'object.before.ts',
    title: 'Test what the check says',
    facts: (one: Pointer) => ({
      variant: 'object-as-boolean',
      member: 'valid',
      call: one.at('shopify.webhooks.validate({ rawBody: req.body.toString(), rawRequest: req, rawResponse: res })'),
      ...endpoint({ framework: 'express', handler: 'rawBody' })(one),
    }),
  },
  {
    file: 'mismatch.before.js',
    title: 'Stop after a mismatch',
    facts: (one: Pointer) => ({
      variant: 'mismatch-continues',
      condition: one.at("!same(req.get('x-mac'), macOf(req.rawBody))"),
      ...endpoint({ framework: 'express', handler: 'store(' })(one),
    }),
  },
  {
    file: 'mismatch.before.py',
    title: 'Stop after a mismatch',
    keeps: ['logger'],
    facts: (one: Pointer) => ({
      variant: 'mismatch-continues',
      condition: one.at('not same(request.headers.get("X-Mac"), mac_of(request.data))'),
      ...endpoint({ framework: 'flask', handler: 'store(' })(one),
    }),
  },
  {
    file: 'mismatch-answered.before.ts',
    title: 'Stop after a mismatch',
    facts: (one: Pointer) => ({
      variant: 'status-only',
      condition: one.at("!same(req.get('x-mac'), macOf(req.rawBody))"),
      ...endpoint({ framework: 'express', handler: 'store(' })(one),
    }),
  },
  {
    file: 'asserted.before.py',
    title: 'Refuse where it only asserts',
    facts: (one: Pointer) => ({
      variant: 'asserted',
      condition: one.at('same(request.headers.get("X-Mac"), mac_of(request.data))'),
      ...endpoint({ framework: 'flask', handler: 'store(' })(one),
    }),
  },
  {
    file: 'asserted-with-message.before.py',
    title: 'Refuse where it only asserts',
    facts: (one: Pointer) => ({
      variant: 'asserted',
      condition: one.at('same(mac_of(request.data), request.headers.get("X-Mac"))'),
      ...endpoint({ framework: 'flask', handler: 'store(' })(one),
    }),
  },
  {
    file: 'debug-and.before.ts',
    title: 'Check under every setting',
    facts: (one: Pointer) => ({
      variant: 'debug-flag',
      condition: one.at("process.env.NODE_ENV !== 'development'"),
      ...endpoint({ framework: 'express', handler: 'NODE_ENV' })(one),
    }),
  },
  {
    file: 'debug-block.before.py',
    title: 'Check under every setting',
    facts: (one: Pointer) => ({
      variant: 'debug-flag',
      condition: one.at('not current_app.debug'),
      ...endpoint({ framework: 'flask', handler: 'store(' })(one),
    }),
  },
  {
    file: 'debug-return.before.py',
    title: 'Check under every setting',
    keeps: ['return same'],
    facts: (one: Pointer) => ({ variant: 'debug-flag', condition: one.at('os.getenv("SKIP_CHECKS")') }),
  },
  {
    file: 'empty-key.before.ts',
    title: 'Never use an empty key',
    facts: (one: Pointer) => ({ variant: 'empty-key', condition: one.at("process.env.INBOX_SECRET ?? ''") }),
  },
].map((one) => ({ remedy: 'close-fail-open', ...one }));

/** The range of the one clause that catches. */
function caught({ text }: Pointer): Range {
  const start = text.search(/catch \(|except /);
  const end = text.startsWith('catch', start) ? text.indexOf('\n  }', start) + 4 : text.indexOf('pass', start) + 4;
  return { start, end };
}

const first: readonly GoldenCase[] = [
  {
    file: 'parcels.before.ts',
    title: 'Move the check in front of it',
    finding: 'parcels.insert({ id: parcel.id })',
    keeps: ['parcels.insert', '// Signed', 'res.sendStatus'],
    facts: ({ at }: Pointer) => ({ check: { path: 'src/inbox.ts', range: at('crypto.timingSafeEqual(Buffer.from(sent), Buffer.from(expected))') } }),
  },
  {
    file: 'parcels.before.py',
    title: 'Move the check in front of it',
    finding: 'parcels.insert_one({"id": parcel["id"]})',
    keeps: ['parcels.insert_one', 'get_json'],
    facts: ({ at }: Pointer) => ({ check: { path: 'src/inbox.py', range: at('hook.verify(request.get_data(), dict(request.headers))') } }),
  },
].map((one) => ({ remedy: 'move-check-first', ...one }));

export const cases: readonly GoldenCase[] = [...hmac, ...sdk, ...compare, ...raw, ...secrets, ...open, ...first, ...claims];
