/**
 * Evaluates providers' recipes: signs a delivery as the provider would, and tells whether a delivery carries the signature that
 * its recipe asks for. Says nothing of a delivery's age.
 */
import { createHash, createHmac } from 'node:crypto';
import type { RecipeRow } from '../../server/src/knowledge/rows.js';

export interface Delivery {
  readonly method: string;
  readonly url: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a delivery is made of before it is signed; `timestamp` goes in exactly as given. */
export interface DeliveryParts {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timestamp?: string;
  readonly id?: string;
}

/** The delivery with its signature, time and id headers. For recipes that sign into a header, which is all but three. */
export function signDelivery(recipe: RecipeRow, secret: string, parts: DeliveryParts): Delivery {
  const headers: Record<string, string> = { ...parts.headers };
  const timestamp = parts.timestamp ?? currentTime(recipe.timestamp.unit);
  if (recipe.timestamp.in === 'header' && recipe.timestamp.name !== null) headers[recipe.timestamp.name] = timestamp;
  for (const field of ['id', 'nonce'] as const) {
    const place = recipe[field] as { readonly name: string } | undefined;
    if (place !== undefined) headers[place.name] = parts.id ?? `${field}_1`;
  }
  if (recipe.signedHeaders !== undefined) headers['x-contentful-signed-headers'] = 'x-contentful-signed-headers,x-contentful-timestamp';

  const delivery = { method: parts.method ?? 'POST', url: withBodyHash(recipe, parts), headers, body: parts.body };
  const signature = sign(recipe, secret, delivery, timestamp);
  if (recipe.signature.in !== 'header' || recipe.signature.name === null) throw new Error(`signs into the ${recipe.signature.in}, not into a header`);
  headers[recipe.signature.name] = written(recipe, signature, timestamp);
  return delivery;
}

/** True when one of the signatures in the delivery is the one that the recipe asks for. */
export function carriesSignature(recipe: RecipeRow, secret: string, delivery: Delivery): boolean {
  if (recipe.bodyHash !== undefined && query(delivery.url).get('bodySHA256') !== createHash('sha256').update(delivery.body).digest('hex')) return false;
  return sentSignatures(recipe, delivery).includes(sign(recipe, secret, delivery, sentTimestamp(recipe, delivery)));
}

function sign(recipe: RecipeRow, secret: string, delivery: Delivery, timestamp: string): string {
  const message = fill(recipe, secret, delivery, timestamp);
  const hash = recipe.construction === 'hash' ? createHash(recipe.digest) : createHmac(recipe.digest, keyOf(recipe.key, secret));
  return hash.update(message).digest(recipe.encoding as 'hex' | 'base64' | 'base64url');
}

function keyOf(form: string, secret: string): string | Buffer {
  switch (form) {
    case 'whsec-base64':
      return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    case 'base64':
    case 'hex':
      return Buffer.from(secret, form);
    case 'sha1-secret':
    case 'sha256-secret':
      return createHash(form.slice(0, -'-secret'.length)).update(secret).digest();
    case 'utf8':
      return secret;
    default:
      throw new Error(`unknown form of key: ${form}`);
  }
}

function fill(recipe: RecipeRow, secret: string, delivery: Delivery, timestamp: string): string {
  const template = recipe.optionalSegments === undefined ? recipe.message : withoutAbsentSegments(recipe.message, (token) => filledBy(token) === '');
  return template.replaceAll(/\{([^{}]+)\}/g, (_, token: string) => filledBy(token));

  function filledBy(token: string): string {
    const { url, body, method } = delivery;
    if (token === 'body') return body;
    if (token === 'timestamp') return timestamp;
    if (token === 'secret') return secret;
    if (token === 'method') return method;
    if (token === 'url') return url ?? '';
    if (token === 'path') return url === null ? '' : new URL(url).pathname;
    if (token === 'sortedFormParams') return sortedFormParams(body);
    if (token === 'id' || token === 'nonce') return headerOf(delivery, (recipe[token] as { readonly name: string }).name);
    if (token === 'signedHeaders') return signedHeaders(delivery);
    if (token === 'plivoUrl') return plivoUrl(url ?? '', body);
    if (token === 'hygraphJson')
      return JSON.stringify({ Body: body, EnvironmentName: /env=([^,]+)/.exec(headerOf(delivery, 'gcms-signature'))?.[1], TimeStamp: Number(timestamp) });
    if (token.startsWith('header:')) return headerOf(delivery, token.slice('header:'.length));
    if (token.startsWith('json:')) return jsonAt(body, token.slice('json:'.length));
    if (token.startsWith('form:')) return new URLSearchParams(body).get(token.slice('form:'.length)) ?? '';
    if (token.startsWith('lower:query:')) return (query(url).get(token.slice('lower:query:'.length)) ?? '').toLowerCase();
    if (token.startsWith('f:')) return jsonAt(body, `notificationItems.0.NotificationRequestItem.${token.slice('f:'.length)}`);
    throw new Error(`unknown hole in a message: ${token}`);
  }
}

function withoutAbsentSegments(message: string, isAbsent: (token: string) => boolean): string {
  return message
    .split(/(?<=;)/)
    .filter((segment) => [...segment.matchAll(/\{([^{}]+)\}/g)].every((hole) => !isAbsent(hole[1] ?? '')))
    .join('');
}

// ------------------------------------------------------------------------------------------- the sent side

function sentSignatures(recipe: RecipeRow, delivery: Delivery): string[] {
  const { in: place, name, format } = recipe.signature;
  if (place === 'json') return [jsonAt(delivery.body, name ?? '')];
  if (format.kind === 'numbered') {
    return Object.entries(delivery.headers).flatMap(([header, value]) => (header.toLowerCase().startsWith(String(format.prefix)) ? [value] : []));
  }
  const text = place === 'form' ? (new URLSearchParams(delivery.body).get(name ?? '') ?? '') : headerOf(delivery, name ?? '');
  switch (format.kind) {
    case 'plain':
      return text.startsWith(format.prefix ?? '') ? [text.slice((format.prefix ?? '').length)] : [];
    case 'kv':
      return pairs(recipe, text).flatMap(([key, value]) => (key === format.signatureKey ? [value] : []));
    case 'space-list':
      return text.split(' ').flatMap((entry) => (entry.startsWith(`${format.tag}${format.tagSeparator}`) ? [entry.slice(String(format.tag).length + 1)] : []));
    case 'list':
      return text.split(String(format.separator)).map((entry) => entry.trim());
    case 'positional':
      return text.split(String(format.separator)).slice(1);
    case 'pipe-pairs':
      return text.split('&').map((pair) => pair.split('|')[1] ?? '');
    default:
      throw new Error(`unknown form of signature: ${format.kind}`);
  }
}

function sentTimestamp(recipe: RecipeRow, delivery: Delivery): string {
  const { in: place, name } = recipe.timestamp;
  if (place === 'header') return headerOf(delivery, name ?? '');
  if (place === 'json') return jsonAt(delivery.body, name ?? '');
  if (place === 'none') return '';
  const text = headerOf(delivery, recipe.signature.name ?? '');
  if (recipe.signature.format.kind === 'positional') return text.split(String(recipe.signature.format.separator))[0] ?? '';
  return pairs(recipe, text).find(([key]) => key === recipe.signature.format.timestampKey)?.[1] ?? '';
}

/** How a signature stands in its header. */
function written(recipe: RecipeRow, signature: string, timestamp: string): string {
  const { format } = recipe.signature;
  const time =
    recipe.timestamp.in === 'signature' && typeof format.timestampKey === 'string'
      ? `${format.timestampKey}${format.keyValueSeparator}${timestamp}${format.separator}`
      : '';
  switch (format.kind) {
    case 'kv':
      return `${time}${format.signatureKey}${format.keyValueSeparator}${signature}`;
    case 'space-list':
      return `${format.tag}${format.tagSeparator}${signature}`;
    case 'positional':
      return `${timestamp}${format.separator}${signature}`;
    case 'plain':
      return `${format.prefix ?? ''}${signature}`;
    default:
      return signature;
  }
}

function pairs(recipe: RecipeRow, text: string): [string, string][] {
  const { separator, keyValueSeparator } = recipe.signature.format;
  return text.split(String(separator).trim()).map((part) => {
    const at = part.indexOf(String(keyValueSeparator));
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
}

// -------------------------------------------------------------------------------------- parts of a delivery

function headerOf(delivery: Delivery, name: string): string {
  return Object.entries(delivery.headers).find(([header]) => header.toLowerCase() === name)?.[1] ?? '';
}

function jsonAt(body: string, path: string): string {
  if (!body.startsWith('{')) return '';
  let value: unknown = JSON.parse(body);
  for (const key of path.split('.')) value = (value as Record<string, unknown> | undefined)?.[key];
  return value === undefined || value === null ? '' : String(value);
}

function query(url: string | null): URLSearchParams {
  return url === null ? new URLSearchParams() : new URL(url).searchParams;
}

function sortedFormParams(body: string): string {
  const values = new Map<string, Set<string>>();
  for (const [key, value] of new URLSearchParams(body)) values.set(key, (values.get(key) ?? new Set()).add(value));
  return [...values.keys()]
    .sort()
    .map((key) =>
      [...(values.get(key) ?? [])]
        .sort()
        .map((value) => key + value)
        .join(''),
    )
    .join('');
}

function signedHeaders(delivery: Delivery): string {
  const names = headerOf(delivery, 'x-contentful-signed-headers').split(',');
  return names.map((name) => `${name}:${headerOf(delivery, name)}`).join(';');
}

function plivoUrl(url: string, body: string): string {
  const parsed = new URL(url);
  const sorted = [...parsed.searchParams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key}=${value}`);
  const hasForm = body !== '';
  const mark = sorted.length > 0 || hasForm ? '?' : '';
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${mark}${sorted.join('&')}${sorted.length > 0 && hasForm ? '.' : ''}`;
}

function withBodyHash(recipe: RecipeRow, parts: DeliveryParts): string | null {
  if (recipe.bodyHash === undefined || parts.url === undefined) return parts.url ?? null;
  const url = new URL(parts.url);
  url.searchParams.set('bodySHA256', createHash('sha256').update(parts.body).digest('hex'));
  return url.href;
}

function currentTime(unit: string | null): string {
  const now = new Date();
  if (unit === 'ms') return String(now.getTime());
  if (unit === 'rfc3339') return now.toISOString();
  if (unit === 'http-date') return now.toUTCString();
  return String(Math.floor(now.getTime() / 1000));
}
