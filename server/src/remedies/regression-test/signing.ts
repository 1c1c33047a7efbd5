/** From a sender's row to what a test needs for signing as the sender does. */
import type { ProviderRow } from '../../knowledge/rows.js';
import type { HmacSigning, SignatureFormat, Signing, TestPlan } from '../../languages/regression-test.js';
import { decline } from '../decline.js';
import { unsupported } from '../provider-scheme.js';

export function signingOf(provider: ProviderRow): Signing {
  if (provider.scheme === 'shared-token' && provider.signatureHeader !== null) return { kind: 'token', header: provider.signatureHeader };
  const { recipe } = provider;
  const reason = unsupported(provider);
  if (reason !== null || recipe === null) return decline(reason ?? `${provider.name} does not sign with an HMAC.`);
  const { timestamp } = recipe;
  const id = recipe['id'];
  return {
    kind: 'hmac',
    header: recipe.signature.name ?? '',
    digest: recipe.digest,
    key: recipe.key as HmacSigning['key'],
    message: recipe.message,
    encoding: recipe.encoding as HmacSigning['encoding'],
    format: formatOf(recipe.signature.format, timestamp.in === 'signature'),
    timestamp: timestamp.in === 'none' ? null : { header: timestamp.in === 'header' ? timestamp.name : null, unit: timestamp.unit === 'ms' ? 'ms' : 's' },
    idHeader: recipe.message.includes('{id}') && typeof id === 'object' && id !== null && 'name' in id ? String(id.name) : null,
    // Handlers may allow more than the sender says; nobody allows a day.
    tooOld: 86_400,
  };
}

function formatOf(format: { readonly kind: string; readonly prefix?: string; readonly [more: string]: unknown }, hasTime: boolean): SignatureFormat {
  const text = (key: string, otherwise: string): string => (typeof format[key] === 'string' ? format[key] : otherwise);
  switch (format.kind) {
    case 'kv':
      return {
        kind: 'pairs',
        separator: text('separator', ','),
        between: text('keyValueSeparator', '='),
        timestampKey: hasTime ? text('timestampKey', 't') : null,
        signatureKey: text('signatureKey', 'v1'),
      };
    case 'space-list':
      return { kind: 'tagged', tag: text('tag', 'v1'), between: text('tagSeparator', ',') };
    default:
      return { kind: 'plain', prefix: format.prefix ?? '' };
  }
}

/** Where the sender's rows say that a delivery's id stands. */
export function idOf({ eventIdPath }: ProviderRow): TestPlan['id'] {
  const [place, name] = /^(header|body)[ .]([\w.-]+)$/.exec(eventIdPath ?? '')?.slice(1) ?? [];
  if (place === undefined || name === undefined) return null;
  return place === 'header' ? { in: 'header', name: name.toLowerCase() } : { in: 'body', keys: name.split('.') };
}
