/** What a handler gets to see: a genuine delivery, and what an attacker makes of one. */
import { providerById } from '../../server/src/knowledge/index.js';
import type { ProviderRow } from '../../server/src/knowledge/rows.js';
import { signDelivery } from '../support/sign.js';
import { publicKeyFor, signWithKey } from './key-pairs.js';

export interface Attack {
  readonly name: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const BODY = '{"id": "evt_1",  "type":"tried", "name":"Zo\u00eb \\u20ac", "data": {"object": {"id": "o_1"}}}';

export function secretOf(provider: ProviderRow, words = 'only the two of us know this one'): string {
  if (provider.publicKey) return publicKeyFor(provider, provider.publicKey, words);
  return provider.recipe?.key === 'whsec-base64' ? `whsec_${Buffer.from(words).toString('base64')}` : words;
}

export function variableOf(provider: ProviderRow): string {
  return (
    provider.secretEnvNames.find((one) => !one.startsWith('NUXT_')) ??
    `${provider.id.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_${provider.publicKey ? 'PUBLIC_KEY' : `WEBHOOK_${provider.scheme === 'shared-token' ? 'TOKEN' : 'SECRET'}`}`
  );
}

export function provider(id: string): ProviderRow {
  const row = providerById(id);
  if (row === undefined) throw new Error(`no such provider: ${id}`);
  return row;
}

export function genuine(row: ProviderRow, secret = secretOf(row), body = BODY, agoSeconds = 0): Attack {
  const json = { 'content-type': 'application/json' };
  const seconds = Math.floor(Date.now() / 1000) - agoSeconds;
  if (row.publicKey)
    return { name: 'genuine', body, headers: { ...json, ...signWithKey(row, row.publicKey, secret, body, timeText(row.publicKey.timestampUnit, seconds)) } };
  if (row.recipe === null) return { name: 'genuine', body, headers: { ...json, [row.signatureHeader ?? '']: secret } };
  const timestamp = row.recipe.timestamp.in === 'none' ? {} : { timestamp: timeText(row.recipe.timestamp.unit, seconds) };
  const signed = signDelivery(row.recipe, secret, { body, headers: json, id: 'msg_1', ...timestamp });
  return { name: 'genuine', body, headers: signed.headers };
}

function timeText(unit: string | null, seconds: number): string {
  if (unit === 'rfc3339') return new Date(seconds * 1000).toISOString();
  if (unit === 'http-date') return new Date(seconds * 1000).toUTCString();
  return String(unit === 'ms' ? seconds * 1000 : seconds);
}

/** Every one of these must be refused with 4xx and do nothing. */
export function attacks(row: ProviderRow, text = BODY, secret = secretOf(row)): Attack[] {
  const real = genuine(row, secret, text);
  const header = row.recipe?.signature.name ?? row.signatureHeader ?? '';
  const signature = real.headers[header] ?? '';
  const with_ = (name: string, value: string, body = real.body): Attack => ({ name, body, headers: { ...real.headers, [header]: value } });
  const without = (name: string, dropped: string): Attack => ({
    name,
    body: real.body,
    headers: Object.fromEntries(Object.entries(real.headers).filter(([key]) => key !== dropped)),
  });
  const list: Attack[] = [
    without('unsigned', header),
    with_('empty signature', ''),
    with_('one character', 'x'),
    with_('cut short', signature.slice(0, -1)),
    with_('too long', `${signature}0`),
    with_('not ASCII', `${signature.slice(0, -1)}\u00e9`),
    with_('same length, not ASCII', `${signature.slice(0, -2)}\u00e9`),
    with_('undefined', 'undefined'),
    { ...genuine(row, secretOf(row, 'something the attacker made up..'), text), name: 'forged with another secret' },
    { ...genuine(row, '', text), name: 'forged with an empty secret' },
    { ...genuine(row, 'undefined', text), name: 'forged with the word undefined' },
  ].filter((attack) => attack.headers[header] !== undefined || attack.name === 'unsigned');
  if (row.recipe === null && !row.publicKey) return list;
  list.push(
    { ...real, name: 'tampered', body: real.body.replace(/[a-z](?=")/, 'X') },
    { ...real, name: 'another spelling of the same JSON', body: JSON.stringify(JSON.parse(real.body), null, 1) },
  );
  list.push({ ...real, name: 'no body', body: '' }, { ...real, name: 'no JSON', body: '{' });
  if (row.recipe ? row.recipe.timestamp.in === 'none' : row.timestampHeader === null) return list;
  list.push({ ...genuine(row, secret, text, 86_400), name: 'stale' }, { ...genuine(row, secret, text, -86_400), name: 'from tomorrow' });
  const clock = row.recipe === null ? row.timestampHeader : row.recipe.timestamp.in === 'header' ? row.recipe.timestamp.name : null;
  if (clock !== null) {
    list.push(without('no timestamp', clock));
    for (const wrong of ['NaN', '1e999', '9'.repeat(5000), '-1', 'x', '\u00b2'])
      list.push({ name: `timestamp ${wrong.slice(0, 8)}`, body: real.body, headers: { ...real.headers, [clock]: wrong } });
  }
  return list;
}
