/** Snippets in TypeScript that is JavaScript as well: what frameworks write differently, and how each kind of sender is verified. */
import { headersOf, idPlace, megabytes, secretName, signedPrefix, verifies } from './senders.mjs';

export function scriptSnippet(frame, sender) {
  const imports = new Map();
  const use = (module, name) => imports.set(module, (imports.get(module) ?? new Set()).add(name));
  frame.imports(use);
  const headers = headersOf(sender);
  const settings = settingsOf(sender, use);
  const check = checks[sender.kind](frame, sender, use);
  const missing = [...headers.map(([words]) => words).filter((words) => words !== 'id'), ...(frame.bodyMayMiss ? ['body'] : [])];
  const lines = [
    ...settings.map(([name, value]) => `const ${name} = ${value};`),
    ...(frame.handlesUnset ? [] : unset(settings)),
    ...(frame.handlesUnset ? [] : (check.top ?? []).flatMap((line) => ['', line])),
    '',
    ...frame.open(sender),
    ...(frame.handlesUnset ? unset(settings, frame).map((line) => frame.indent + line) : []),
    ...(frame.handlesUnset ? (check.top ?? []) : []).map((line) => frame.indent + line),
    ...(frame.handlesUnset ? [''] : []),
    ...[
      ...headers.map(([words, header]) => `const ${words} = ${frame.header(headerStop(sender, words, header))};`),
      ...frame.begin,
      ...test(
        frame,
        [...headers.map(([words]) => frame.lacks(words)), ...(frame.bodyMayMiss ? [frame.bodyMayMiss] : [])].join(' || '),
        listed(missing),
        status(sender),
      ),
      ...frame.read(sender),
      '',
      ...check.lines,
      '',
      ...work(frame, sender),
    ].map((line) => (line === '' ? '' : frame.indent + line)),
    ...frame.close,
  ];
  return {
    description: `${frame.what} that reads the raw body (at most ${megabytes(sender)}), ${verifies(sender)}.`,
    lines: [...importLines(imports), '', ...lines],
  };
}

function settingsOf(sender) {
  if (sender.kind === 'stripe')
    return [
      ['apiKey', 'process.env.<<api:STRIPE_SECRET_KEY>>'],
      ['signingSecret', `process.env.<<env:${secretName(sender)}>>`],
    ];
  const name = { twilio: 'authToken', ed25519: 'publicKey' }[sender.kind] ?? 'secret';
  const own = [name, `process.env.<<env:${secretName(sender)}>>`];
  return sender.kind === 'twilio' ? [own, ['publicUrl', 'process.env.<<url:PUBLIC_URL>>']] : [own];
}

function unset(settings, frame) {
  const names = settings.map(([, value]) => value.replace(/^process\.env\.<<(\w+).*$/, '<<$1>>'));
  const test = settings.map(([name]) => `!${name}`).join(' || ');
  const words = names.length === 1 ? `${names[0]} is not set` : `${names.join(' and ')} must be set`;
  return [frame ? `if (${test}) ${frame.refuse(500, words).join(' ')}` : `if (${test}) throw new Error('${words}');`];
}

const status = ({ kind }) => (kind === 'stripe' ? 400 : 401);

function headerStop({ isOpen }, words, header) {
  return isOpen ? `<<${words}:${header}>>` : header;
}

function listed(words) {
  const last = words.at(-1);
  return words.length === 1 ? `${last} missing` : `${words.slice(0, -1).join(', ')} or ${last} missing`;
}

/** A refusal under a condition: on one line where it is one statement. */
function test(frame, condition, words, code) {
  const refusal = frame.refuse(code, words);
  return refusal.length === 1 ? [`if (${condition}) ${refusal[0]}`] : [`if (${condition}) {`, ...refusal.map((line) => `  ${line}`), '}'];
}

// ------------------------------------------------------------------------------------------------- verification

const checks = {
  stripe(frame, _, use) {
    use('stripe', 'default Stripe');
    return {
      top: ['const stripe = new Stripe(apiKey);'],
      lines: [
        'let event;',
        'try {',
        `  event = stripe.webhooks.constructEvent(${frame.body}, signature, signingSecret);`,
        '} catch {',
        ...frame.refuse(400, 'invalid signature').map((line) => `  ${line}`),
        '}',
      ],
    };
  },
  svix(frame, _, use) {
    use('svix', 'Webhook');
    return {
      lines: [
        'try {',
        `  new Webhook(secret).verify(${frame.body}, { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': signature });`,
        '} catch {',
        ...frame.refuse(401, 'invalid signature').map((line) => `  ${line}`),
        '}',
      ],
    };
  },
  twilio(frame, _, use) {
    use('twilio', 'default twilio');
    return {
      lines: [
        `const fields = Object.fromEntries(new URLSearchParams(${frame.body}.toString('utf8')));`,
        ...(frame.url.before ?? []),
        ...test(frame, `!twilio.validateRequest(authToken, signature, \`\${publicUrl}${frame.url.path}\`, fields)`, 'invalid signature', 401),
      ],
    };
  },
  token(frame, _, use) {
    use('node:crypto', 'timingSafeEqual');
    return {
      lines: [
        'const sent = Buffer.from(token);',
        'const expected = Buffer.from(secret);',
        ...test(frame, 'sent.length !== expected.length || !timingSafeEqual(sent, expected)', 'invalid token', 401),
      ],
    };
  },
  ed25519(frame, sender, use) {
    use('node:crypto', 'createPublicKey');
    use('node:crypto', 'verify');
    return {
      top: ["const key = createPublicKey({ key: Buffer.from(`302a300506032b6570032100${publicKey}`, 'hex'), format: 'der', type: 'spki' });"],
      lines: [
        `const signed = Buffer.concat([Buffer.from(timestamp), ${frame.body}]);`,
        ...test(frame, "!verify(null, signed, key, Buffer.from(signature, 'hex'))", 'invalid signature', 401),
        '',
        ...age(frame, sender),
      ],
    };
  },
  hmac(frame, sender, use) {
    use('node:crypto', 'createHmac');
    use('node:crypto', 'timingSafeEqual');
    const { recipe } = sender.row;
    const before = signedPrefix(sender);
    const encoding = sender.isOpen ? '<<encoding|hex,base64|>>' : recipe.encoding;
    const mac = `createHmac('${recipe.digest}', secret)${before === null ? '' : `.update(\`${before.replace('{timestamp}', '${timestamp}')}\`)`}.update(${frame.body}).digest('${encoding}')`;
    const prefix = sender.isOpen ? '' : recipe.signature.format.prefix;
    return {
      lines: [
        'const sent = Buffer.from(signature);',
        `const expected = Buffer.from(${prefix === '' ? mac : `\`${prefix}\${${mac}}\``});`,
        ...test(frame, 'sent.length !== expected.length || !timingSafeEqual(sent, expected)', 'invalid signature', 401),
        ...(before === null ? [] : ['', ...age(frame, sender)]),
      ],
    };
  },
};

function age(frame, { row, isOpen }) {
  return [
    'const age = Math.abs(Date.now() / 1000 - Number(timestamp));',
    ...test(frame, `!(age <= ${isOpen ? '<<seconds:300>>' : (row.toleranceSeconds ?? 300)})`, 'stale delivery', 401),
  ];
}

// ----------------------------------------------------------------------------------------------------- the work

function work(frame, sender) {
  const { kind, eventHeader, event, field } = sender;
  const id = idPlace(sender);
  const claimed =
    id.header === undefined ? (sender.isOpen ? "the event's id" : kind === 'twilio' ? 'MessageSid' : `event.${id.field.join('.')}`) : `the ${id.header} header`;
  const claim = `<<0>>// Deliveries repeat: claim ${claimed} in the same transaction as the work.`;
  if (kind === 'stripe') return ['switch (event.type) {', `  case '<<event:${event}>>':`, `    ${claim}`, '    break;', '}', ...frame.answer('ok', 200)];
  if (kind === 'twilio') return [claim, "console.log('received', fields.MessageSid);", ...frame.xml('<Response/>')];
  const parsed = `const event = JSON.parse(${frame.body}.toString('utf8'));`;
  if (kind === 'ed25519')
    return [parsed, ...frame.when('event.type === 1', { type: 1 }), claim, "console.log('received', event.id);", ...frame.json({ type: 5 })];
  if (eventHeader !== undefined)
    return [
      parsed,
      `switch (${frame.header(eventHeader)}) {`,
      `  case '<<event:${event}>>':`,
      `    ${claim}`,
      `    console.log('received', event.${eventHeader === 'x-github-event' ? 'action' : 'id'});`,
      '    break;',
      '}',
      ...frame.answer('accepted', 202),
    ];
  const challenge = sender.id === 'slack' ? frame.when("event.type === 'url_verification'", { challenge: 'event.challenge' }) : [];
  return [
    parsed,
    ...challenge,
    claim,
    `console.log('received', ${id.field === undefined ? 'id' : `event.${id.field.join('.')}`});`,
    ...frame.answer('accepted', field === 'type' ? 200 : 202),
  ];
}

const literalOf = (record) =>
  `{ ${Object.entries(record)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;

// --------------------------------------------------------------------------------------------------- frameworks

const returning = (make) => ({
  refuse: (code, words) => [`return ${make.text(words, code)};`],
  answer: (words, code) => [`return ${make.text(words, code)};`],
  json: (record) => [`return ${make.json(literalOf(record))};`],
  when: (condition, record) => [`if (${condition}) return ${make.json(literalOf(record))};`],
  xml: (text) => [`return ${make.xml(text)};`],
});

const bytesOf = ({ megabytes: size }) => `${size}_000_000`;

export const frames = [
  {
    name: 'express',
    label: 'Express',
    what: 'Express route',
    indent: '  ',
    imports: (use) => use('express', 'default express'),
    open: (sender) => [
      `export const <<router:${sender.isOpen ? 'inbox' : `${sender.name}Webhook`}>> = express.Router();`,
      '',
      '// Mount this router before express.json(): a parser in front of it consumes the bytes that are signed.',
      `<<router>>.post('<<path:/webhooks/${sender.isOpen ? 'inbox' : sender.name}>>', express.raw({ type: () => true, limit: '${sender.megabytes}mb' }), (req, res) => {`,
    ],
    close: ['});'],
    header: (name) => `req.get('${name}')`,
    lacks: (name) => `!${name}`,
    begin: [],
    bodyMayMiss: '!Buffer.isBuffer(req.body)',
    read: () => [],
    body: 'req.body',
    url: { path: '${req.originalUrl}' },
    refuse: (code, words) => [`res.status(${code}).send('${words}');`, 'return;'],
    answer: (words, code) => [`res.status(${code}).send('${words}');`],
    json: (record) => [`res.json(${literalOf(record)});`],
    when: (condition, record) => [`if (${condition}) {`, `  res.json(${literalOf(record)});`, '  return;', '}'],
    xml: (text) => [`res.type('text/xml').send('${text}');`],
  },
  {
    name: 'next',
    label: 'Next.js app route',
    what: 'Next.js route handler (app/…/route.ts)',
    indent: '  ',
    imports: () => undefined,
    handlesUnset: true,
    open: () => ["export const runtime = 'nodejs';", '', 'export async function POST(request<<typed|: Request,|>>) {'],
    close: ['}'],
    header: (name) => `request.headers.get('${name}')`,
    lacks: (name) => `!${name}`,
    begin: ['const reader = request.body?.getReader();'],
    bodyMayMiss: '!reader',
    read: (sender) => [
      '',
      'const chunks = [];',
      'let size = 0;',
      'for (;;) {',
      '  const { done, value } = await reader.read();',
      '  if (done) break;',
      '  size += value.byteLength;',
      `  if (size > ${bytesOf(sender)}) {`,
      '    await reader.cancel();',
      "    return new Response('body too large', { status: 413 });",
      '  }',
      '  chunks.push(value);',
      '}',
      'const body = Buffer.concat(chunks);',
    ],
    body: 'body',
    url: { before: ['const { pathname, search } = new URL(request.url);'], path: '${pathname}${search}' },
    ...returning({
      text: (words, code) => (code === 200 ? `new Response('${words}')` : `new Response('${words}', { status: ${code} })`),
      json: (record) => `Response.json(${record})`,
      xml: (text) => `new Response('${text}', { headers: { 'content-type': 'text/xml' } })`,
    }),
  },
  {
    name: 'fastify',
    label: 'Fastify',
    what: 'Fastify application, to be registered or started,',
    indent: '  ',
    imports: (use) => use('fastify', 'default fastify'),
    open: (sender) => [
      `export const <<app:${sender.isOpen ? 'inbox' : `${sender.name}Webhook`}>> = fastify({ bodyLimit: ${bytesOf(sender)} });`,
      '',
      '// The bytes that are signed: nothing is parsed before they are verified.',
      '<<app>>.removeAllContentTypeParsers();',
      "<<app>>.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => done(null, body));",
      '',
      `<<app>>.post('<<path:/webhooks/${sender.isOpen ? 'inbox' : sender.name}>>', async (request, reply) => {`,
    ],
    close: ['});'],
    header: (name) => `request.headers['${name}']`,
    lacks: (name) => `typeof ${name} !== 'string'`,
    begin: ['const { body } = request;'],
    bodyMayMiss: '!Buffer.isBuffer(body)',
    read: () => [],
    body: 'body',
    url: { path: '${request.url}' },
    ...returning({
      text: (words, code) => `reply.code(${code}).send('${words}')`,
      json: (record) => `reply.send(${record})`,
      xml: (text) => `reply.type('text/xml').send('${text}')`,
    }),
  },
  {
    name: 'hono',
    label: 'Hono',
    what: 'Hono application, to be mounted or served,',
    indent: '  ',
    imports(use) {
      use('hono', 'Hono');
      use('hono/body-limit', 'bodyLimit');
    },
    open: (sender) => [
      `export const <<app:${sender.isOpen ? 'inbox' : `${sender.name}Webhook`}>> = new Hono();`,
      '',
      `<<app>>.post('<<path:/webhooks/${sender.isOpen ? 'inbox' : sender.name}>>', bodyLimit({ maxSize: ${bytesOf(sender)} }), async (c) => {`,
    ],
    close: ['});'],
    header: (name) => `c.req.header('${name}')`,
    lacks: (name) => `!${name}`,
    begin: [],
    bodyMayMiss: null,
    read: () => ['const body = Buffer.from(await c.req.arrayBuffer());'],
    body: 'body',
    url: { before: ['const { pathname, search } = new URL(c.req.url);'], path: '${pathname}${search}' },
    ...returning({
      text: (words, code) => (code === 200 ? `c.text('${words}')` : `c.text('${words}', ${code})`),
      json: (record) => `c.json(${record})`,
      xml: (text) => `c.body('${text}', 200, { 'content-type': 'text/xml' })`,
    }),
  },
];

function importLines(imports) {
  const rank = (module) => (module.startsWith('node:') ? 0 : 1);
  return [...imports]
    .sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1))
    .map(([module, names]) => {
      const whole = [...names].find((name) => name.startsWith('default '));
      return whole === undefined
        ? `import { ${[...names].sort().join(', ')} } from '${module}';`
        : `import ${whole.slice('default '.length)} from '${module}';`;
    });
}
