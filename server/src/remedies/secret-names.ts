/** What the variable of a secret is called: as the sender's documentation calls it, the same in every repair. */
import type { ProviderRow } from '../knowledge/rows.js';

export function secretVariable(provider: ProviderRow | undefined): string {
  if (provider === undefined) return 'WEBHOOK_SECRET';
  const documented = provider.secretEnvNames.find((one) => !one.startsWith('NUXT_'));
  const start = provider.id.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  if (provider.publicKey) return documented ?? `${start}_PUBLIC_KEY`;
  return documented ?? `${start}_WEBHOOK_${provider.scheme === 'shared-token' ? 'TOKEN' : 'SECRET'}`;
}

/** A constant that says whose secret it is lends its name: `parcelSecret` is `PARCEL_SECRET`, `secret` and `key` say nothing. */
export function variableLike(constant: string): string | undefined {
  const words = wordsOf(constant);
  return words.some((word) => SECRET.has(word)) && telling(words) ? words.join('_') : undefined;
}

/** A variable that the file reads already holds another secret: this one gets a name of its own, from what it stands in. */
export function unread(variable: string, near: string | undefined, text: string): string {
  const isRead = (name: string): boolean => new RegExp(`\\benv\\.${name}\\b|(['"\`])${name}\\1`).test(text);
  if (!isRead(variable)) return variable;
  const words = wordsOf(near ?? '').filter((word) => !SECRET.has(word));
  const own = telling(words) ? `${words.join('_')}_${variable}` : variable;
  for (let count = 2; ; count++) {
    const name = count === 2 && own !== variable ? own : `${variable}_${count}`;
    if (!isRead(name)) return name;
  }
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}

function telling(words: readonly string[]): boolean {
  return /^[A-Z]/.test(words[0] ?? '') && words.some((word) => !SECRET.has(word) && !VAGUE.has(word));
}

const SECRET = new Set(['SECRET', 'SECRETS', 'KEY', 'TOKEN', 'HMAC']);
const VAGUE = new Set(['MY', 'THE', 'WEBHOOK', 'HOOK', 'HANDLER', 'SIGNING', 'SIGNATURE', 'DEFAULT', 'API', 'AUTH', 'SHARED', 'BYTES', 'DEV', 'TEST']);
