/** What samples are about, and what a scan of them has to say. */
import type { ProviderRow } from '../../../server/src/knowledge/rows.js';
import type { Dialect, Program } from './dialects.js';

export type Fault =
  /** Nothing is compared; the proof is asked for at most. */
  | 'unchecked'
  /** Compared with `==`. */
  | 'weak'
  /** Checked only where the secret is set. */
  | 'unset'
  /** The MAC is made over JSON that was written anew. */
  | 're-encoded'
  | 'ignored'
  | 'swallowed'
  | 'not-awaited'
  | 'object'
  | 'parser'
  /** An option switches the check off. */
  | 'switched-off'
  /** A token is read without its signature. */
  | 'decoded';

export interface Sample {
  readonly dialect: Dialect;
  readonly program: Program;
  /** Null for a sound one. */
  readonly fault: Fault | null;
}

/** The rule that speaks for a fault. */
export const ruleOf: Readonly<Record<Fault, string>> = {
  unchecked: 'missing-signature-verification',
  parser: 'missing-signature-verification',
  decoded: 'jwt-not-verified',
  'switched-off': 'fail-open-verification',
  weak: 'weak-signature-comparison',
  're-encoded': 'parsed-body-signature',
  unset: 'fail-open-verification',
  ignored: 'fail-open-verification',
  swallowed: 'fail-open-verification',
  'not-awaited': 'fail-open-verification',
  object: 'fail-open-verification',
};

export type Write = (dialect: Dialect, provider: ProviderRow, fault: Fault | null) => Program;

/** The field of the parsed body, however deep. */
export function fieldOf(dialect: Dialect, path: string): string {
  return dialect.language === 'python' ? `event["${path.replaceAll('.', '"]["')}"]` : `event.${path}`;
}

/** Environment variable, route and payload field of a provider's samples. */
export function namesOf(provider: ProviderRow): { readonly setting: string; readonly path: string; readonly field: string } {
  const setting = provider.secretEnvNames[0] ?? 'INBOX_SECRET';
  const fields = provider.payloadFields.map((field) => field.replace(/ .*$/, '').replaceAll('[]', '')).filter((field) => /^[A-Za-z_.]+$/.test(field));
  const [word = 'deliveries'] = [...provider.words, ...(provider.commonWords ?? [])];
  // Where no header of its own tells, the path has to say that it is for a webhook.
  const hasOwn = provider.headers.some((name) => !/^(authorization|signature)$/.test(name));
  return { setting, path: `/${hasOwn ? 'inbox' : 'webhooks'}/${word}`, field: fields[0] ?? 'reference' };
}
