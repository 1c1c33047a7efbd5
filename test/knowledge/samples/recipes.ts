/** Handlers with a signature check written by hand, from the machine form of a scheme. */
import type { ProviderRow, RecipeRow } from '../../../server/src/knowledge/rows.js';
import { type Dialect, indented, type Program } from './dialects.js';
import { type Fault, fieldOf, namesOf } from './model.js';
import { signals } from './signals.js';

export function byRecipe(dialect: Dialect, provider: ProviderRow, recipe: RecipeRow, fault: Fault | null): Program {
  return dialect.language === 'python' ? inPython(dialect, provider, recipe, fault) : inJavaScript(dialect, provider, recipe, fault);
}

/** Whether a fault of this kind can be made with a scheme. */
export function canHave(recipe: RecipeRow, fault: Fault): boolean {
  return fault !== 're-encoded' || (/\{body\}/.test(recipe.message) && recipe.signature.in === 'header');
}

// ------------------------------------------------------------------------------------------------- JavaScript

function inJavaScript(dialect: Dialect, provider: ProviderRow, recipe: RecipeRow, fault: Fault | null): Program {
  const { setting, path, field } = namesOf(provider);
  const isParsed = fault === 're-encoded';
  const refuse = (status: number): string => dialect.refuse(status);
  const read: string[] = [isParsed ? `const event = ${dialect.parsed};` : `const raw = ${dialect.raw};`];
  if (isParsed) read.push('const raw = JSON.stringify(event);');
  const use = [
    ...(isParsed ? [] : [recipe.signature.in === 'form' ? 'const event = Object.fromEntries(new URLSearchParams(raw));' : 'const event = JSON.parse(raw);']),
    ...signals(dialect, provider),
    `await parcels.insertOne({ reference: ${fieldOf(dialect, field)} });`,
    dialect.answer,
  ];
  const check = [
    ...givenInJavaScript(dialect, provider, recipe, refuse),
    ...messageInJavaScript(dialect, provider, recipe),
    ...comparedInJavaScript(recipe, refuse),
  ];
  const secret = `const secret = process.env.${setting};`;
  const body =
    fault === 'unset'
      ? [...read, secret, 'if (secret) {', ...indented(check, '  '), '}', ...use]
      : [...read, secret, `if (!secret) { ${refuse(500)} }`, ...check, ...use];
  return {
    path,
    parser: isParsed ? 'json' : 'raw',
    imports: [`import { createHash, createHmac, timingSafeEqual } from 'node:crypto';`],
    before: [
      '',
      'function same(left: string, right: string): boolean {',
      ...(fault === 'weak'
        ? ['  return left === right;']
        : ['  const [a, b] = [Buffer.from(left), Buffer.from(right)];', '  return a.length === b.length && timingSafeEqual(a, b);']),
      '}',
    ],
    body,
  };
}

function givenInJavaScript(dialect: Dialect, provider: ProviderRow, recipe: RecipeRow, refuse: (status: number) => string): string[] {
  const { signature, timestamp } = recipe;
  const { format } = signature;
  const lines: string[] = [];
  if (signature.in === 'header') lines.push(`const given = ${dialect.header(signature.name ?? 'x-sha2-signature')};`);
  else if (signature.in === 'form') lines.push(`const given = new URLSearchParams(raw).get('${signature.name}');`);
  else lines.push('const delivered = JSON.parse(raw);', `const given = delivered${jsPath(signature.name ?? '')};`);
  lines.push(`if (!given) { ${refuse(401)} }`);
  if (format.kind === 'kv') {
    lines.push(`const parts = Object.fromEntries(given.split('${format.separator}').map((part) => part.split('${format.keyValueSeparator}', 2)));`);
    lines.push(`const sent = parts['${format.signatureKey}'] ?? '';`);
    if (timestamp.in === 'signature') lines.push(`const timestamp = parts['${timestamp.name}'] ?? '';`);
  } else if (format.kind === 'positional') lines.push(`const [timestamp, sent] = given.split('${format.separator}');`);
  if (timestamp.in === 'header') lines.push(`const timestamp = ${dialect.header(timestamp.name ?? '')} ?? '';`);
  if (timestamp.in === 'json') lines.push(`const timestamp = JSON.parse(raw)${jsPath(timestamp.name ?? '')};`);
  if (timestamp.in !== 'none')
    lines.push(`const age = Math.abs(Date.now() - ${ageInJavaScript(timestamp.unit)});`, `if (!(age < ${windowOf(provider)} * 1000)) { ${refuse(400)} }`);
  for (const extra of ['id', 'nonce'] as const) {
    const spec = recipe[extra] as { readonly name: string } | undefined;
    if (spec) lines.push(`const ${extra} = ${dialect.header(spec.name)} ?? '';`);
  }
  return lines;
}

function ageInJavaScript(unit: string | null): string {
  if (unit === 's') return 'Number(timestamp) * 1000';
  return unit === 'ms' ? 'Number(timestamp)' : 'Date.parse(timestamp)';
}

function messageInJavaScript(dialect: Dialect, provider: ProviderRow, recipe: RecipeRow): string[] {
  const lines: string[] = [];
  if (/\{(url|plivoUrl)\}/.test(recipe.message)) lines.push('const url = process.env.PUBLIC_URL;');
  if (/\{f:/.test(recipe.message)) lines.push('const item = delivered.notificationItems[0].NotificationRequestItem;');
  if (/\{sortedFormParams\}/.test(recipe.message))
    lines.push("const sorted = [...new URLSearchParams(raw)].sort().map(([name, text]) => name + text).join('');");
  const message = recipe.message
    .replaceAll('\n', '\\n')
    .replace(/\{([^{}]+)\}/g, (_, token: string) => `\${${tokenInJavaScript(token, dialect)}}`)
    .replace(/^\$\{(raw)\}$/, '$1');
  lines.push(message === 'raw' ? 'const message = raw;' : `const message = \`${message}\`;`);
  const made = recipe.construction === 'hash' ? `createHash('${recipe.digest}')` : `createHmac('${recipe.digest}', ${keyInJavaScript(recipe.key)})`;
  const format = recipe.signature.format;
  const prefix = format.kind === 'plain' && format.prefix ? `'${format.prefix}' + ` : '';
  lines.push(`const expected = ${prefix}${made}.update(message).digest('${recipe.encoding}');`);
  void provider;
  return lines;
}

function tokenInJavaScript(token: string, dialect: Dialect): string {
  if (token === 'body') return 'raw';
  if (['timestamp', 'id', 'nonce', 'url', 'secret'].includes(token)) return token;
  if (token === 'method') return "'POST'";
  if (token === 'path') return "'/inbox'";
  if (token === 'sortedFormParams') return 'sorted';
  if (token === 'plivoUrl') return 'url';
  if (token === 'signedHeaders') return dialect.header('x-contentful-signed-headers');
  if (token === 'hygraphJson') return "JSON.stringify({ Body: raw, EnvironmentName: 'master', TimeStamp: timestamp })";
  const [kind = '', ...rest] = token.split(':');
  const name = rest[rest.length - 1] ?? '';
  if (kind === 'header') return dialect.header(name);
  if (kind === 'json') return `JSON.parse(raw)${jsPath(name)}`;
  if (kind === 'form') return `new URLSearchParams(raw).get('${name}')`;
  if (kind === 'f') return `item${jsPath(name)}`;
  if (kind === 'lower') return `new URL(${dialect.id === 'next' ? 'request.url' : "req.url, 'https://inbox'"}).searchParams.get('${name}')?.toLowerCase()`;
  throw new Error(`no way to write {${token}}`);
}

function keyInJavaScript(key: string): string {
  if (key === 'hex' || key === 'base64') return `Buffer.from(secret, '${key}')`;
  if (key === 'whsec-base64') return "Buffer.from(secret.replace('whsec_', ''), 'base64')";
  if (key === 'sha1-secret' || key === 'sha256-secret') return `createHash('${key.slice(0, -7)}').update(secret).digest()`;
  return 'secret';
}

function comparedInJavaScript(recipe: RecipeRow, refuse: (status: number) => string): string[] {
  const { format } = recipe.signature;
  const refusal = `{ ${refuse(401)} }`;
  if (format.kind === 'kv' || format.kind === 'positional') return [`if (!same(expected, sent)) ${refusal}`];
  if (format.kind === 'space-list')
    return [
      `const sent = given.split(' ').map((one) => one.slice('${format.tag}${format.tagSeparator}'.length));`,
      `if (!sent.some((one) => same(expected, one))) ${refusal}`,
    ];
  if (format.kind === 'list') return [`if (!given.split('${format.separator}').some((one) => same(expected, one))) ${refusal}`];
  if (format.kind === 'pipe-pairs') return [`if (!given.split('&').some((pair) => same(expected, pair.split('|')[1] ?? ''))) ${refusal}`];
  return [`if (!same(expected, given)) ${refusal}`];
}

function jsPath(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('');
}

/** Seconds. */
function windowOf(provider: ProviderRow): number {
  return provider.toleranceSeconds ?? 300;
}

// ----------------------------------------------------------------------------------------------------- Python

function inPython(dialect: Dialect, provider: ProviderRow, recipe: RecipeRow, fault: Fault | null): Program {
  const { setting, path, field } = namesOf(provider);
  const isParsed = fault === 're-encoded';
  const refuse = (status: number): string => dialect.refuse(status);
  const isForm = recipe.signature.in === 'form' || /sortedFormParams/.test(recipe.message);
  const read = isParsed
    ? [`event = ${dialect.parsed}`, 'raw = json.dumps(event).encode()']
    : isForm
      ? ['form = request.form.to_dict()']
      : [`raw = ${dialect.raw}`];
  const use = [
    ...(isParsed ? [] : [isForm ? 'event = form' : 'event = json.loads(raw)']),
    ...signals(dialect, provider),
    `parcels.insert_one({"reference": ${fieldOf(dialect, field)}})`,
    dialect.answer,
  ];
  const check = [
    ...givenInPython(dialect, provider, recipe, refuse),
    ...messageInPython(dialect, recipe),
    ...comparedInPython(recipe, refuse, fault === 'weak'),
  ];
  const secret = `secret = os.environ.get("${setting}")`;
  const body =
    fault === 'unset'
      ? [...read, secret, 'if secret:', ...indented(check, '    '), ...use]
      : [...read, secret, 'if not secret:', `    ${refuse(500)}`, ...check, ...use];
  return {
    path,
    parser: 'none',
    imports: ['import base64', 'import hashlib', 'import hmac', 'import json', 'import os', 'import time', 'from datetime import datetime, timezone', ''],
    before: [],
    body,
  };
}

function givenInPython(dialect: Dialect, provider: ProviderRow, recipe: RecipeRow, refuse: (status: number) => string): string[] {
  const { signature, timestamp } = recipe;
  const { format } = signature;
  const lines: string[] = [];
  if (signature.in === 'header') lines.push(`given = ${dialect.header(signature.name ?? 'x-sha2-signature')}`);
  else if (signature.in === 'form') lines.push(`given = form.get("${signature.name}")`);
  else lines.push('delivered = json.loads(raw)', `given = delivered${pyPath(signature.name ?? '')}`);
  lines.push('if not given:', `    ${refuse(401)}`);
  if (format.kind === 'kv') {
    lines.push(`parts = dict(part.split("${format.keyValueSeparator}", 1) for part in given.split("${format.separator}"))`);
    lines.push(`sent = parts.get("${format.signatureKey}", "")`);
    if (timestamp.in === 'signature') lines.push(`timestamp = parts.get("${timestamp.name}", "")`);
  } else if (format.kind === 'positional') lines.push(`timestamp, sent = given.split("${format.separator}", 1)`);
  if (timestamp.in === 'header') lines.push(`timestamp = ${dialect.header(timestamp.name ?? '').replace(/\)$/, ', "")')}`);
  if (timestamp.in === 'json') lines.push(`timestamp = json.loads(raw)${pyPath(timestamp.name ?? '')}`);
  if (timestamp.in !== 'none') lines.push(`if abs(time.time() - ${ageInPython(timestamp.unit)}) > ${windowOf(provider)}:`, `    ${refuse(400)}`);
  for (const extra of ['id', 'nonce'] as const) {
    const spec = recipe[extra] as { readonly name: string } | undefined;
    if (spec) lines.push(`${extra === 'id' ? 'message_id' : extra} = ${dialect.header(spec.name).replace(/\)$/, ', "")')}`);
  }
  return lines;
}

function ageInPython(unit: string | null): string {
  if (unit === 's') return 'int(timestamp)';
  return unit === 'ms' ? 'int(timestamp) / 1000' : 'datetime.fromisoformat(timestamp).replace(tzinfo=timezone.utc).timestamp()';
}

function messageInPython(dialect: Dialect, recipe: RecipeRow): string[] {
  const lines: string[] = [];
  if (/\{(url|plivoUrl)\}/.test(recipe.message)) lines.push('url = os.environ["PUBLIC_URL"]');
  if (/\{f:/.test(recipe.message)) lines.push('item = delivered["notificationItems"][0]["NotificationRequestItem"]');
  if (/\{sortedFormParams\}/.test(recipe.message)) lines.push('joined = "".join(name + form[name] for name in sorted(form))');
  const message = recipe.message.replaceAll('\n', '\\n').replace(/\{([^{}]+)\}/g, (_, token: string) => `{${tokenInPython(token, dialect)}}`);
  lines.push(recipe.message === '{body}' ? 'message = raw' : `message = f'${message}'.encode()`);
  const digest = `hashlib.${recipe.digest}`;
  const made = recipe.construction === 'hash' ? `${digest}(message)` : `hmac.new(${keyInPython(recipe.key)}, message, ${digest})`;
  const text =
    recipe.encoding === 'hex'
      ? `${made}.hexdigest()`
      : `base64.${recipe.encoding === 'base64url' ? 'urlsafe_b64encode' : 'b64encode'}(${made}.digest()).decode()`;
  const { format } = recipe.signature;
  lines.push(`expected = ${format.kind === 'plain' && format.prefix ? `"${format.prefix}" + ` : ''}${text}`);
  return lines;
}

function tokenInPython(token: string, dialect: Dialect): string {
  if (token === 'body') return 'raw.decode()';
  if (token === 'id') return 'message_id';
  if (['timestamp', 'nonce', 'url', 'secret'].includes(token)) return token;
  if (token === 'method') return 'request.method';
  if (token === 'path') return 'request.path';
  if (token === 'sortedFormParams') return 'joined';
  if (token === 'plivoUrl') return 'url';
  if (token === 'signedHeaders') return dialect.header('x-contentful-signed-headers');
  if (token === 'hygraphJson') return 'json.dumps({"Body": raw.decode(), "EnvironmentName": "master", "TimeStamp": timestamp})';
  const [kind = '', ...rest] = token.split(':');
  const name = rest[rest.length - 1] ?? '';
  if (kind === 'header') return dialect.header(name);
  if (kind === 'json') return `json.loads(raw)${pyPath(name)}`;
  if (kind === 'form') return `form["${name}"]`;
  if (kind === 'f') return `item${pyPath(name)}`;
  if (kind === 'lower') return `request.args.get("${name}", "").lower()`;
  throw new Error(`no way to write {${token}}`);
}

function keyInPython(key: string): string {
  if (key === 'hex') return 'bytes.fromhex(secret)';
  if (key === 'base64') return 'base64.b64decode(secret)';
  if (key === 'whsec-base64') return 'base64.b64decode(secret.removeprefix("whsec_"))';
  if (key === 'sha1-secret' || key === 'sha256-secret') return `hashlib.${key.slice(0, -7)}(secret.encode()).digest()`;
  return 'secret.encode()';
}

function comparedInPython(recipe: RecipeRow, refuse: (status: number) => string, isWeak: boolean): string[] {
  const { format } = recipe.signature;
  const same = (sent: string): string => (isWeak ? `expected == ${sent}` : `hmac.compare_digest(expected, ${sent})`);
  const refusal = `    ${refuse(401)}`;
  if (format.kind === 'kv' || format.kind === 'positional') return [`if not ${same('sent')}:`, refusal];
  if (format.kind === 'space-list')
    return [
      `sent = [one.removeprefix("${format.tag}${format.tagSeparator}") for one in given.split(" ")]`,
      `if not any(${same('one')} for one in sent):`,
      refusal,
    ];
  if (format.kind === 'list') return [`if not any(${same('one')} for one in given.split("${format.separator}")):`, refusal];
  if (format.kind === 'pipe-pairs') return [`if not any(${same('pair.split("|")[1]')} for pair in given.split("&")):`, refusal];
  return [`if not ${same('given')}:`, refusal];
}

function pyPath(path: string): string {
  return path
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `["${part}"]`))
    .join('');
}
