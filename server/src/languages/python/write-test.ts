/** Prints the test of an endpoint as Python, for pytest. */
import type { HmacSigning, Json, Setting, TestPlan } from '../regression-test.js';
import type { PythonStyle } from './style.js';

/** Undefined where the handler is reached in a way that only other languages have. */
export function printTest(plan: TestPlan, style: PythonStyle): string | undefined {
  const opened = openings[plan.subject.way]?.(plan);
  if (opened === undefined || plan.runner !== 'pytest') return undefined;
  const modules = new Set(['json']);
  const signed = signature(plan.signing, modules);
  if (usesId(plan)) modules.add('uuid');
  const set = plan.settings.filter((setting) => setting.in === 'environment');
  if (set.length > 0) modules.add('os');
  const secret = secrets(plan, modules);
  const parts: Lines[] = [
    [`"""${plan.title} takes what ${plan.sender} sends, and nothing else."""`],
    [...modules].sort().map((name) => `import ${name}`),
    ...(opened.needs.length === 0 ? [] : [opened.needs]),
    [...secret, ...set.map(settingLine)],
    ['# What the handler reads when it is loaded is set above.', ...opened.loads.map((line, at) => (at === 0 ? `${line}  # noqa: E402` : line))],
    ...(opened.prepares.length === 0 ? [] : [opened.prepares]),
  ];
  const functions: Lines[] = [delivery(plan, signed), sending(plan), effects, ...tests(plan)];
  const text = `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n\n\n${functions.map((lines) => lines.join('\n')).join('\n\n\n')}\n`;
  return inStyle(text, style);
}

type Lines = readonly string[];

function secrets({ signing }: TestPlan, modules: Set<string>): Lines {
  const [ours, other] = ['known to the sender and to us', 'known to nobody else'];
  const written = (words: string): string => {
    if (signing.kind === 'token' || signing.key === 'utf8') return `"${words}"`;
    if (signing.key === 'hex') return `b"${words}".hex()`;
    modules.add('base64');
    return `${signing.key === 'whsec-base64' ? '"whsec_" + ' : ''}base64.b64encode(b"${words}").decode()`;
  };
  return [`SECRET = ${written(ours)}`, `ANOTHER_SECRET = ${written(other)}`];
}

function settingLine({ name, value }: Setting): string {
  return value === 'secret' ? `os.environ["${name}"] = SECRET` : `os.environ.setdefault("${name}", "${value.text}")`;
}

// ------------------------------------------------------------------------------------------------ what is sent

function usesId({ id, signing }: TestPlan): boolean {
  return id !== null || (signing.kind === 'hmac' && signing.idHeader !== null);
}

function delivery(plan: TestPlan, signed: Signature): Lines {
  const { signing, id } = plan;
  const hasAge = signing.kind === 'hmac' && signing.timestamp !== null;
  const says = signing.kind === 'token' ? 'sends it, with the token that both sides know' : `signs it${hasAge ? ', age seconds ago' : ''}`;
  const headers: [string, string][] = [['Content-Type', '"application/json"']];
  for (const [name, value] of Object.entries(plan.headers)) headers.push([name, quoted(value)]);
  if (id?.in === 'header' && !(signing.kind === 'hmac' && signing.idHeader === id.name)) headers.push([id.name, 'delivery_id']);
  headers.push(...signed.headers);
  return [
    `def delivery(key=SECRET${hasAge ? ', age=0' : ''}):`,
    `    """A delivery as ${plan.sender} ${says}."""`,
    ...(usesId(plan) ? ['    delivery_id = str(uuid.uuid4())'] : []),
    `    payload = ${dict(plan.payload, '    ', id?.in === 'body' ? id.keys : null)}`,
    '    body = json.dumps(payload).encode()',
    ...signed.lines.map((line) => `    ${line}`),
    '    headers = {',
    ...headers.map(([name, value]) => `        "${titled(name)}": ${value},`),
    '    }',
    '    return body, headers',
  ];
}

interface Signature {
  readonly lines: Lines;
  readonly headers: [string, string][];
}

function signature(signing: TestPlan['signing'], modules: Set<string>): Signature {
  if (signing.kind === 'token') return { lines: [], headers: [[signing.header, 'key']] };
  modules.add('hashlib').add('hmac');
  if (signing.encoding !== 'hex' || signing.key.endsWith('base64')) modules.add('base64');
  const { timestamp } = signing;
  if (timestamp !== null) modules.add('time');
  return {
    lines: [
      ...(timestamp === null ? [] : [`timestamp = str(${timestamp.unit === 's' ? 'int(time.time()) - age' : '(int(time.time()) - age) * 1000'})`]),
      ...(signing.message === '{body}' ? [] : [`message = ${message(signing.message)}`]),
      `digest = hmac.new(${keyOf(signing)}, ${signing.message === '{body}' ? 'body' : 'message'}, hashlib.${signing.digest.replace('-', '')})`,
      `signature = ${printed(signing)}`,
    ],
    headers: [
      ...(signing.idHeader === null ? [] : [[signing.idHeader, 'delivery_id'] as [string, string]]),
      ...(timestamp?.header ? [[timestamp.header, 'timestamp'] as [string, string]] : []),
      [signing.header, headerValue(signing)],
    ],
  };
}

function keyOf({ key }: HmacSigning): string {
  switch (key) {
    case 'hex':
      return 'bytes.fromhex(key)';
    case 'base64':
      return 'base64.b64decode(key)';
    case 'whsec-base64':
      return 'base64.b64decode(key.removeprefix("whsec_"))';
    default:
      return 'key.encode()';
  }
}

function printed({ encoding }: HmacSigning): string {
  if (encoding === 'hex') return 'digest.hexdigest()';
  return encoding === 'base64' ? 'base64.b64encode(digest.digest()).decode()' : 'base64.urlsafe_b64encode(digest.digest()).decode().rstrip("=")';
}

/** The text around the body as bytes, the body as it is. */
function message(template: string): string {
  return template
    .split('{body}')
    .map((part) => (part === '' ? '' : `f"${part.replace('{id}', '{delivery_id}')}".encode()`))
    .flatMap((part, at) => (at === 0 ? [part] : ['body', part]))
    .filter((part) => part !== '')
    .join(' + ');
}

function headerValue({ format }: HmacSigning): string {
  switch (format.kind) {
    case 'plain':
      return format.prefix === '' ? 'signature' : `f"${format.prefix}{signature}"`;
    case 'tagged':
      return `f"${format.tag}${format.between}{signature}"`;
    case 'pairs':
      return `f"${format.timestampKey === null ? '' : `${format.timestampKey}${format.between}{timestamp}${format.separator}`}${format.signatureKey}${format.between}{signature}"`;
  }
}

// ------------------------------------------------------------------------------------------ how it is received

interface Opened {
  /** Packages. */
  readonly needs: Lines;
  readonly loads: Lines;
  readonly prepares: Lines;
}

const openings: Readonly<Partial<Record<TestPlan['subject']['way'], (plan: TestPlan) => Opened>>> = {
  client: (plan) => {
    const { subject } = plan;
    const settings = configured(plan);
    if (subject.isFactory) return { needs: [], loads: [`from ${subject.module} import ${subject.name}`], prepares: [`app = ${subject.name}()`, ...settings] };
    const as = subject.name === 'app' ? '' : ' as app';
    return { needs: [], loads: [`from ${subject.module} import ${subject.name}${as}`], prepares: settings };
  },
  router: (plan) => ({
    needs: ['from flask import Flask'],
    loads: [`from ${plan.subject.module} import ${plan.subject.name}`],
    prepares: ['app = Flask(__name__)', `app.register_blueprint(${plan.subject.name})`, ...configured(plan)],
  }),
};

function configured({ settings }: TestPlan): string[] {
  return settings
    .filter((setting) => setting.in === 'configuration')
    .map(({ name, value }) => (value === 'secret' ? `app.config["${name}"] = SECRET` : `app.config.setdefault("${name}", "${value.text}")`));
}

function sending({ path, method }: TestPlan): Lines {
  return [
    'def send(body, headers):',
    '    """Accepted for 2xx, refused for 4xx, else the status."""',
    '    client = app.test_client()',
    `    path = "${path}"`,
    `    status = client.open(path, method="${method}", data=body, headers=headers).status_code`,
    '    return {2: "accepted", 4: "refused"}.get(status // 100, status)',
  ];
}

// -------------------------------------------------------------------------------------------------- the tests

const effects: Lines = [
  'def effects():',
  '    """How often deliveries have taken effect.',
  '',
  '    Count the rows, messages or calls that the handler makes. While nothing is',
  '    counted, the last test sees no more than how a repeated delivery is answered.',
  '    """',
  '    return 0',
];

function tests({ signing }: TestPlan): Lines[] {
  const sends = (name: string, what: string, verdict: string): Lines => [`def test_${name}():`, `    assert send(*${what}) == "${verdict}"`];
  const missing = signing.kind === 'token' ? 'token' : 'signature';
  return [
    sends('accepts_a_genuine_delivery', 'delivery()', 'accepted'),
    [
      `def test_refuses_a_delivery_without_a_${missing}():`,
      '    body, headers = delivery()',
      `    del headers["${titled(signing.header)}"]`,
      '    assert send(body, headers) == "refused"',
    ],
    sends('refuses_a_forged_delivery', 'delivery(key=ANOTHER_SECRET)', 'refused'),
    ...(signing.kind === 'token'
      ? []
      : [
          [
            'def test_refuses_a_tampered_delivery():',
            '    body, headers = delivery()',
            '    assert send(body.removesuffix(b"}") + b\', "more": 1}\', headers) == "refused"',
          ],
        ]),
    ...(signing.kind === 'hmac' && signing.timestamp !== null ? [sends('refuses_a_stale_delivery', `delivery(age=${signing.tooOld})`, 'refused')] : []),
    [
      'def test_takes_a_repeated_delivery_once():',
      '    once = delivery()',
      '    assert send(*once) == "accepted"',
      '    before = effects()',
      '    assert send(*once) == "accepted"',
      '    assert effects() == before',
    ],
  ];
}

// --------------------------------------------------------------------------------------------------- the parts

function dict(value: Json, indent: string, idKeys: readonly string[] | null): string {
  if (idKeys?.length === 0) return 'delivery_id';
  if (Array.isArray(value)) return `[${value.map((each: Json) => dict(each, indent, null)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    const inner = `${indent}    `;
    const lines = entries.map(([name, each]) => `${inner}${quoted(name)}: ${dict(each as Json, inner, idKeys?.[0] === name ? idKeys.slice(1) : null)},`);
    return `{\n${lines.join('\n')}\n${indent}}`;
  }
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null ? 'None' : String(value);
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"\n]/g, (char) => (char === '\n' ? '\\n' : `\\${char}`))}"`;
}

function titled(header: string): string {
  return header.replace(/(^|-)\w/g, (start) => start.toUpperCase());
}

function inStyle(text: string, { quote, indent, newline }: PythonStyle): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^(?: {4})+/, (spaces) => indent.repeat(spaces.length / 4)))
    .map((line) => (quote === "'" ? withSingleQuotes(line) : line))
    .join(newline);
}

/** Strings without quotes in them; docstrings keep theirs. */
function withSingleQuotes(line: string): string {
  return line.includes('"""') || line.includes("'") ? line : line.replace(/"([^"\\]*)"/g, "'$1'");
}
