/** Prints the test of an endpoint as TypeScript or JavaScript, for vitest, jest, mocha and Node's own runner. */
import type { HmacSigning, Json, Setting, TestPlan } from '../regression-test.js';
import type { TypeScriptStyle } from './style.js';

/** Undefined where the handler is reached in a way that only other languages have. */
export function printTest(plan: TestPlan, style: TypeScriptStyle): string | undefined {
  if (openings[plan.subject.way] === undefined || plan.runner === 'pytest') return undefined;
  const imports = new Imports();
  const parts = [secretOf(plan, imports), ...typesOf(style), ...setUp(plan, style, imports), ...delivery(plan, style, imports), ...effects(style), tests(plan)];
  const text = [imports.lines(plan, style).join('\n'), ...parts.map((lines) => lines.join('\n'))].filter((part) => part !== '').join('\n\n');
  return inStyle(`${text}\n`, style);
}

type Lines = readonly string[];

// ------------------------------------------------------------------------------------------------ what is sent

function secretOf({ signing }: TestPlan, imports: Imports): Lines {
  const words = 'known to the sender and to us';
  if (signing.kind === 'token' || signing.key === 'utf8')
    return [`const secret = ${quoted(words)};`, `const anotherSecret = ${quoted('known to nobody else')};`];
  imports.add('node:buffer', 'Buffer');
  const encoding = signing.key === 'hex' ? 'hex' : 'base64';
  const prefix = signing.key === 'whsec-base64' ? 'whsec_' : '';
  return [
    `const secret = encodedSecret(${quoted(words)});`,
    `const anotherSecret = encodedSecret(${quoted('known to nobody else')});`,
    '',
    'function encodedSecret(words: string): string {',
    `  return \`${prefix}\${Buffer.from(words).toString(${quoted(encoding)})}\`;`,
    '}',
  ];
}

function typesOf(style: TypeScriptStyle): Lines[] {
  return style.types ? [['interface Delivery {', '  body: string;', '  headers: Record<string, string>;', '}']] : [];
}

function delivery(plan: TestPlan, style: TypeScriptStyle, imports: Imports): Lines[] {
  const { signing, id } = plan;
  const hasAge = signing.kind === 'hmac' && signing.timestamp !== null;
  const usesId = id !== null || (signing.kind === 'hmac' && signing.idHeader !== null);
  if (usesId) imports.add('node:crypto', 'randomUUID');
  const named = hasAge ? ['key = secret', 'age = 0'] : ['key = secret'];
  const what = signing.kind === 'token' ? `A delivery as ${plan.sender} sends it${article(plan)}` : `A delivery as ${plan.sender} signs it`;
  const headers: [string, string][] = [
    ['content-type', quoted('application/json')],
    ...Object.entries(plan.headers).map(([name, value]): [string, string] => [name, quoted(value)]),
  ];
  if (id?.in === 'header' && !(signing.kind === 'hmac' && signing.idHeader === id.name)) headers.push([id.name, 'id']);
  headers.push(...signedHeaders(signing));
  const body = json(plan.payload, '  ', id?.in === 'body' ? id.keys : null);
  return [
    [
      `/** ${what}${hasAge ? ', `age` seconds ago' : ''}. */`,
      `function delivery({ ${named.join(', ')} } = {})${style.types ? ': Delivery' : ''} {`,
      ...(usesId ? ['  const id = randomUUID();'] : []),
      `  const body = JSON.stringify(${body});`,
      ...(signing.kind === 'hmac' ? signatureLines(signing, imports) : []),
      '  return {',
      '    body,',
      '    headers: {',
      ...headers.map(([name, value]) => `      ${key(name)}: ${value},`),
      '    },',
      '  };',
      '}',
    ],
  ];
}

function article({ signing }: TestPlan): string {
  return signing.kind === 'token' ? ', with the token that both sides know' : '';
}

function signedHeaders(signing: TestPlan['signing']): [string, string][] {
  if (signing.kind === 'token') return [[signing.header, 'key']];
  const { format, timestamp } = signing;
  const value =
    format.kind === 'plain'
      ? format.prefix === ''
        ? 'signature'
        : `\`${format.prefix}\${signature}\``
      : format.kind === 'tagged'
        ? `\`${format.tag}${format.between}\${signature}\``
        : `\`${format.timestampKey === null ? '' : `${format.timestampKey}${format.between}\${timestamp}${format.separator}`}${format.signatureKey}${format.between}\${signature}\``;
  return [
    ...(signing.idHeader === null ? [] : [[signing.idHeader, 'id'] as [string, string]]),
    ...(timestamp?.header ? [[timestamp.header, 'timestamp'] as [string, string]] : []),
    [signing.header, value],
  ];
}

function signatureLines(signing: HmacSigning, imports: Imports): string[] {
  imports.add('node:crypto', 'createHmac');
  const { timestamp } = signing;
  const seconds = 'Math.floor(Date.now() / 1000) - age';
  const time = timestamp === null ? [] : [`  const timestamp = String(${timestamp.unit === 's' ? seconds : `(${seconds}) * 1000`});`];
  const decoded = {
    utf8: null,
    hex: `Buffer.from(key, ${quoted('hex')})`,
    base64: `Buffer.from(key, ${quoted('base64')})`,
    'whsec-base64': `Buffer.from(key.replace(${quoted('whsec_')}, ${quoted('')}), ${quoted('base64')})`,
  }[signing.key];
  const made = `  const signature = createHmac(${quoted(signing.digest)}, ${decoded === null ? 'key' : 'bytes'})`;
  const digest = `.digest(${quoted(signing.encoding)});`;
  const isPlain = signing.message === '{body}';
  return [
    ...time,
    ...(decoded === null ? [] : [`  const bytes = ${decoded};`]),
    ...(isPlain ? [`${made}.update(body)${digest}`] : [made, `    .update(\`${signing.message.replace(/\{(\w+)\}/g, '${$1}')}\`)`, `    ${digest}`]),
  ];
}

// ------------------------------------------------------------------------------------------ how it is received

const hooks: Readonly<Record<TestPlan['runner'], readonly [string, string]>> = {
  vitest: ['beforeAll', 'afterAll'],
  jest: ['beforeAll', 'afterAll'],
  mocha: ['before', 'after'],
  'node:test': ['before', 'after'],
  pytest: ['', ''],
};

function setUp(plan: TestPlan, style: TypeScriptStyle, imports: Imports): Lines[] {
  const { subject } = plan;
  const [before, after] = hooks[plan.runner];
  const opened = openings[subject.way]?.(plan, style, imports);
  if (opened === undefined) return [];
  const inEnvironment = subject.second === 'settings' ? [] : plan.settings;
  return [
    [
      '/** Gives a delivery to the handler: `accepted` for 2xx, `refused` for 4xx, else the status. */',
      style.types ? 'let send: (delivery: Delivery) => Promise<string>;' : 'let send;',
      ...opened.declared,
    ],
    [
      `${before}(async () => {`,
      ...inEnvironment.map((setting) => `  ${settingLine(setting)}`),
      ...opened.lines.map((line) => (line === '' ? '' : `  ${line}`)),
      `  send = async ({ body, headers }) => {`,
      ...opened.send.map((line) => `    ${line}`),
      ...(opened.status === 'status' ? [] : [`    const status = ${opened.status};`]),
      `    if (status >= 200 && status < 300) return ${quoted('accepted')};`,
      `    return status >= 400 && status < 500 ? ${quoted('refused')} : String(status);`,
      '  };',
      '});',
    ],
    ...(opened.close === null ? [] : [[`${after}(() => {`, ...opened.close.map((line) => `  ${line}`), '});']]),
  ];
}

function settingLine({ name, value }: Setting): string {
  return value === 'secret' ? `process.env.${name} = secret;` : `process.env.${name} ??= ${quoted(value.text)};`;
}

interface Opened {
  readonly declared: Lines;
  /** What happens before the first delivery. */
  readonly lines: Lines;
  /** What sends one, and the expression of its status. */
  readonly send: Lines;
  readonly status: string;
  readonly close: Lines | null;
}

type Opening = (plan: TestPlan, style: TypeScriptStyle, imports: Imports) => Opened;

const openings: Readonly<Partial<Record<TestPlan['subject']['way'], Opening>>> = {
  server: (plan, style, imports) =>
    served(plan, style, imports, loaded(plan, style, 'app'), plan.subject.member === undefined ? 'app' : `app.${plan.subject.member}()`),
  router: (plan, style, imports) => {
    imports.whole('express', 'express');
    return served(plan, style, imports, [...loaded(plan, style, 'router'), 'const app = express();', 'app.use(router);'], 'app');
  },
  plugin: (plan, style, imports) => {
    if (plan.subject.host === 'fastify') {
      imports.whole('fastify', 'Fastify');
      return injected(plan, [...loaded(plan, style, 'plugin'), 'const app = Fastify();', 'await app.register(plugin);']);
    }
    imports.whole('express', 'express');
    return served(plan, style, imports, [...loaded(plan, style, 'register'), 'const app = express();', 'await register(app);'], 'app');
  },
  inject: (plan, style) => injected(plan, loaded(plan, style, 'app')),
  request: (plan, style) => ({
    declared: [],
    lines: loaded(plan, style, 'app'),
    send: [`const { status } = await app.request(${quoted(plan.path)}, {`, `  method: ${quoted(plan.method)},`, '  headers,', '  body,', '});'],
    status: 'status',
    close: null,
  }),
  starts: startedByItself,
  function: calledWithRequest,
  event: (plan, style) => ({
    declared: [],
    lines: loaded(plan, style, 'handler'),
    send: [
      'const answer = await handler({',
      `  httpMethod: ${quoted(plan.method)},`,
      `  path: ${quoted(plan.path)},`,
      `  rawPath: ${quoted(plan.path)},`,
      '  headers,',
      '  body,',
      '  isBase64Encoded: false,',
      `  requestContext: { http: { method: ${quoted(plan.method)}, path: ${quoted(plan.path)} } },`,
      style.types ? '} as never);' : '});',
    ],
    status: style.types ? '(answer as { statusCode: number }).statusCode' : 'answer.statusCode',
    close: null,
  }),
};

/** Loads what is meant after the settings are there, under a name of our own. */
function loaded({ subject }: TestPlan, style: TypeScriptStyle, as: string): string[] {
  const wanted = subject.isFactory ? `make${as.charAt(0).toUpperCase()}${as.slice(1)}` : as;
  const from = quoted(subject.module);
  const line =
    style.modules === 'require'
      ? subject.name === 'default'
        ? `const ${wanted} = require(${from});`
        : `const ${destructured(subject.name, wanted)} = require(${from});`
      : `const ${destructured(subject.name, wanted)} = await import(${from});`;
  return subject.isFactory ? [line, `const ${as} = await ${wanted}();`] : [line];
}

function destructured(name: string, as: string): string {
  return name === as ? `{ ${name} }` : `{ ${name}: ${as} }`;
}

function served({ path, method }: TestPlan, style: TypeScriptStyle, imports: Imports, lines: Lines, listener: string): Opened {
  imports.add('node:http', 'createServer');
  if (style.types) {
    imports.type('node:http', 'Server');
    imports.type('node:net', 'AddressInfo');
  }
  return {
    declared: [style.types ? 'let server: Server;' : 'let server;'],
    lines: [
      ...lines,
      `server = createServer(${listener});`,
      style.types
        ? `await new Promise<void>((ready) => server.listen(0, ${quoted('127.0.0.1')}, ready));`
        : `await new Promise((ready) => server.listen(0, ${quoted('127.0.0.1')}, ready));`,
      style.types ? 'const { port } = server.address() as AddressInfo;' : 'const { port } = server.address();',
    ],
    ...fetched(path, method),
    close: ['server.closeAllConnections();', 'server.close();'],
  };
}

function fetched(path: string, method: string): Pick<Opened, 'send' | 'status'> {
  return {
    send: [`const { status } = await fetch(\`http://127.0.0.1:\${port}${path}\`, {`, `  method: ${quoted(method)},`, '  headers,', '  body,', '});'],
    status: 'status',
  };
}

/** A file that calls `listen` when it is loaded: the server gets a free port in place of its own. */
function startedByItself({ subject, path, method }: TestPlan, style: TypeScriptStyle, imports: Imports): Opened {
  imports.add('node:http', 'Server');
  if (style.types) imports.type('node:net', 'AddressInfo');
  const from = quoted(subject.module);
  return {
    declared: [style.types ? 'const servers: Server[] = [];' : 'const servers = [];'],
    lines: [
      '// The file starts its server when it is loaded: here on a free port.',
      'const { listen } = Server.prototype;',
      style.types ? 'Server.prototype.listen = function (this: Server, ...args: unknown[]) {' : 'Server.prototype.listen = function (...args) {',
      '  servers.push(this);',
      `  const ready = args.find((arg) => typeof arg === ${quoted('function')});`,
      style.types
        ? `  return listen.call(this, 0, ${quoted('127.0.0.1')}, ready as () => void);`
        : `  return listen.call(this, 0, ${quoted('127.0.0.1')}, ready);`,
      style.types ? '} as typeof listen;' : '};',
      style.modules === 'require' ? `require(${from});` : `await import(${from});`,
      'while (!servers[0]?.listening) {',
      '  await new Promise((later) => setTimeout(later, 10));',
      '}',
      style.types ? 'const { port } = servers[0].address() as AddressInfo;' : 'const { port } = servers[0].address();',
    ],
    ...fetched(path, method),
    close: ['for (const server of servers) {', '  server.closeAllConnections();', '  server.close();', '}'],
  };
}

function injected({ path, method }: TestPlan, lines: Lines): Opened {
  return {
    declared: [],
    lines,
    send: ['const { statusCode } = await app.inject({', `  method: ${quoted(method)},`, `  url: ${quoted(path)},`, '  headers,', '  payload: body,', '});'],
    status: 'statusCode',
    close: null,
  };
}

function calledWithRequest(plan: TestPlan, style: TypeScriptStyle, imports: Imports): Opened {
  const { subject, path, method } = plan;
  if (subject.requestType) imports.add(subject.requestType.module, subject.requestType.name);
  const type = subject.requestType?.name ?? 'Request';
  const called = subject.member === undefined ? 'handle' : `handler.${subject.member}`;
  const settings = plan.settings.map(({ name, value }) => `${name}: ${value === 'secret' ? 'secret' : quoted(value.text)}`);
  const second = subject.second === 'parameters' ? ', { params: Promise.resolve({}) }' : subject.second === 'settings' ? `, { ${settings.join(', ')} }` : '';
  const given = subject.takesRecord ? `{ request, url: new URL(request.url), params: {} }` : 'request';
  const typed = style.types && (subject.takesRecord || subject.second !== undefined);
  const first = typed && subject.takesRecord ? `${given} as never` : given;
  const last = typed && second !== '' ? `${second} as never` : second;
  return {
    declared: [],
    lines: loaded(plan, style, subject.member === undefined ? 'handle' : 'handler'),
    send: [
      `const request = new ${type}(${quoted(`http://localhost${path}`)}, {`,
      `  method: ${quoted(method)},`,
      '  headers,',
      '  body,',
      '});',
      `const { status } = await ${called}(${first}${last});`,
    ],
    status: 'status',
    close: null,
  };
}

// -------------------------------------------------------------------------------------------------- the tests

function effects(style: TypeScriptStyle): Lines[] {
  return [
    [
      '/**',
      ' * How often deliveries have taken effect: count the rows, messages or calls',
      ' * that the handler makes. While nothing is counted, the last test sees no more',
      ' * than how a repeated delivery is answered.',
      ' */',
      style.types ? 'async function effects(): Promise<number> {' : 'async function effects() {',
      '  return 0;',
      '}',
    ],
  ];
}

function tests(plan: TestPlan): Lines {
  const { signing, runner } = plan;
  const usesExpect = runner === 'vitest' || runner === 'jest';
  const is = (value: string, expected: string): string => (usesExpect ? `expect(${value}).toBe(${expected});` : `assert.equal(${value}, ${expected});`);
  const test = (name: string, lines: Lines): string[] => [`  it(${quoted(name)}, async () => {`, ...lines.map((line) => `    ${line}`), '  });', ''];
  const sends = (name: string, what: string, verdict: string): string[] => test(name, [is(`await send(${what})`, quoted(verdict))]);
  const unsigned = [
    'const { body, headers } = delivery();',
    `delete headers[${quoted(signing.header)}];`,
    is('await send({ body, headers })', quoted('refused')),
  ];
  const tampered = [
    'const { body, headers } = delivery();',
    `const other = body.replace(/\\}$/, ${quoted(',"more":1}')});`,
    is('await send({ body: other, headers })', quoted('refused')),
  ];
  const repeated = [
    'const once = delivery();',
    is('await send(once)', quoted('accepted')),
    'const counted = await effects();',
    is('await send(once)', quoted('accepted')),
    is('await effects()', 'counted'),
  ];
  const all = [
    ...sends('accepts a genuine delivery', 'delivery()', 'accepted'),
    ...test(signing.kind === 'token' ? 'refuses a delivery without a token' : 'refuses a delivery without a signature', unsigned),
    ...sends('refuses a forged delivery', 'delivery({ key: anotherSecret })', 'refused'),
    ...(signing.kind === 'token' ? [] : test('refuses a tampered delivery', tampered)),
    ...(signing.kind === 'hmac' && signing.timestamp !== null ? sends('refuses a stale delivery', `delivery({ age: ${signing.tooOld} })`, 'refused') : []),
    ...test('takes a repeated delivery once', repeated),
  ];
  return [`describe(${quoted(plan.title)}, () => {`, ...all.slice(0, -1), '});'];
}

// --------------------------------------------------------------------------------------------------- the parts

class Imports {
  readonly #names = new Map<string, Set<string>>();
  readonly #types = new Map<string, Set<string>>();
  readonly #whole = new Map<string, string>();

  add(module: string, name: string): void {
    this.#names.set(module, (this.#names.get(module) ?? new Set()).add(name));
  }

  type(module: string, name: string): void {
    this.#types.set(module, (this.#types.get(module) ?? new Set()).add(name));
  }

  whole(module: string, as: string): void {
    this.#whole.set(module, as);
  }

  lines(plan: TestPlan, style: TypeScriptStyle): string[] {
    const { runner } = plan;
    const [before, after] = hooks[runner];
    const closes = ['server', 'router', 'starts'].includes(plan.subject.way) || (plan.subject.way === 'plugin' && plan.subject.host !== 'fastify');
    const used = [...(closes ? [after] : []), before, 'describe', ...(runner === 'vitest' ? ['expect'] : []), 'it'];
    if (runner === 'vitest' || runner === 'node:test') for (const name of used) this.add(runner, name);
    if (runner === 'mocha' || runner === 'node:test') this.whole('node:assert/strict', 'assert');
    // What Node declares for everyone needs no import.
    this.#names.delete('node:buffer');
    const named = new Set([...this.#names.keys(), ...this.#types.keys()]);
    const modules = [...new Set([...named, ...this.#whole.keys()])].sort((left, right) => rank(left) - rank(right) || (left < right ? -1 : 1));
    return modules.flatMap((module) => this.#line(module, style));
  }

  #line(module: string, style: TypeScriptStyle): string[] {
    const specifier = quoted(style.nodePrefix || module === 'node:test' ? module : module.replace(/^node:/, ''));
    const whole = this.#whole.get(module);
    const names = [...(this.#names.get(module) ?? [])].sort();
    const types = [...(this.#types.get(module) ?? [])].filter((name) => !names.includes(name)).sort();
    if (style.modules === 'require') {
      return [whole === undefined ? `const { ${names.join(', ')} } = require(${specifier});` : `const ${whole} = require(${specifier});`];
    }
    if (whole !== undefined) return [`import ${whole} from ${specifier};`];
    if (names.length === 0) return [`import type { ${types.join(', ')} } from ${specifier};`];
    return [`import { ${[...names, ...types.map((name) => `type ${name}`)].join(', ')} } from ${specifier};`];
  }
}

/** Node's own modules stand first. */
function rank(module: string): number {
  return module.startsWith('node:') ? 0 : 1;
}

/** As a record with a line an entry; at `idKeys` stands the id of the delivery. */
function json(value: Json, indent: string, idKeys: readonly string[] | null): string {
  if (idKeys?.length === 0) return 'id';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map((each: Json) => json(each, indent, null)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    const inner = `${indent}  `;
    const lines = entries.map(([name, each]) => {
      const isOnWay = idKeys?.[0] === name;
      const text = json(each as Json, inner, isOnWay ? (idKeys?.slice(1) ?? null) : null);
      return text === name ? `${inner}${name},` : `${inner}${key(name)}: ${text},`;
    });
    return `{\n${lines.join('\n')}\n${indent}}`;
  }
  return typeof value === 'string' ? quoted(value) : String(value);
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** Marked, so that the quotes of the file's style can be put in at the end. */
function quoted(text: string): string {
  return `\u0001${text.replace(/[\\\n]/g, (char) => (char === '\n' ? '\\n' : '\\\\'))}\u0002`;
}

function inStyle(text: string, { quote, semicolons, indent, newline, types }: TypeScriptStyle): string {
  const lines = text
    .replace(/\u0001([^\u0002]*)\u0002/g, (_, inner: string) => {
      const mark = inner.includes(quote) && !inner.includes(quote === '"' ? "'" : '"') ? (quote === '"' ? "'" : '"') : quote;
      return mark + inner.replaceAll(mark, `\\${mark}`) + mark;
    })
    .split('\n')
    .map((line) => line.replace(/^(?: {2})+/, (spaces) => indent.repeat(spaces.length / 2)))
    .map((line) => (semicolons || line.startsWith(' *') ? line : line.replace(/;$/, '')));
  return (types ? lines : lines.map(withoutTypes)).join(newline);
}

function withoutTypes(line: string): string {
  return line.startsWith('function encodedSecret(') ? line.replaceAll(': string', '') : line;
}
