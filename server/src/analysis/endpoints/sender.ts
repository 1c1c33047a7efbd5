/**
 * Who sends the deliveries of an endpoint. Headers are shared by many senders and paths are chosen by their owners, so signals
 * are counted: a header of a sender's own, a word of the path, fields of the body, a package. One alone names nobody, unless it
 * carries a name; where several senders fit alike, it is the convention they follow, or nobody.
 */
import type { ProviderRow } from '../../knowledge/rows.js';

export interface ProviderIndex {
  byHeader(header: string): readonly ProviderRow[];
  readonly all: readonly ProviderRow[];
  byId(id: string): ProviderRow | undefined;
}

export interface Clues {
  /** Lower case. */
  readonly headers: ReadonlySet<string>;
  /** Words of the path, the file and the function. */
  readonly words: ReadonlySet<string>;
  /** Packages that the file imports. */
  readonly packages: ReadonlySet<string>;
  /** Whether the code reads a field of one of these names. */
  readsField(names: ReadonlySet<string>): boolean;
}

const enough = 2;

export function senderOf(clues: Clues, providers: ProviderIndex): ProviderRow | null {
  const points = new Map<ProviderRow, number>();
  const give = (provider: ProviderRow, count: number): void => void points.set(provider, (points.get(provider) ?? 0) + count);
  for (const header of clues.headers) {
    const known = providers.byHeader(header);
    const count = areOneFamily(known) && !isPlain(header) ? 3 : 1;
    for (const provider of known) give(provider, count);
  }
  for (const provider of providers.all) {
    if (provider.words.some((word) => clues.words.has(word))) give(provider, 2);
    else if (points.has(provider) && provider.commonWords?.some((word) => clues.words.has(word))) give(provider, 1);
  }
  for (const provider of [...points.keys()]) {
    if (provider.packages.some((one) => clues.packages.has(one))) give(provider, 1);
    const fields = ownFields(provider);
    if (fields.size > 0 && clues.readsField(fields)) give(provider, 1);
  }
  const most = Math.max(...points.values());
  if (most < enough) return null;
  const best = [...points].filter(([, count]) => count === most).map(([provider]) => provider);
  return best.find((one) => one.isConvention) ?? (areOneFamily(best) ? (best[0] ?? null) : null);
}

/** Schemes of one sender, which share its name. */
export function areOneFamily(rows: readonly ProviderRow[]): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const names = new Set([...first.words, ...(first.commonWords ?? [])]);
  return rows.every((one) => one === first || [...one.words, ...(one.commonWords ?? [])].some((word) => names.has(word)));
}

const plainWord =
  /^(x|signature|sign|sig|sha|1|256|512|sha1|sha256|sha512|ed25519|hmac|hash|hook|webhook|request|content|primary|secret|token|id|timestamp|event|wh)$/;

/** Nothing in the header's name is anybody's own: `x-signature-sha256`. */
function isPlain(header: string): boolean {
  return header.split('-').every((word) => plainWord.test(word));
}

const everybodys =
  /^(id|type|data|object|objects|event|events|action|token|name|status|created|created_at|timestamp|event_type|eventType|event_id|source|message|payload|version|email|topic)$/;

const ownFieldsOf = new WeakMap<ProviderRow, ReadonlySet<string>>();

/** Fields of a sender's bodies that are not everybody's. */
export function ownFields(provider: ProviderRow): ReadonlySet<string> {
  let fields = ownFieldsOf.get(provider);
  if (fields === undefined) {
    const all = provider.payloadFields.map((field) => field.replace(/ .*$/, '').split('.').pop() ?? '');
    fields = new Set(all.filter((field) => field !== '' && !everybodys.test(field)));
    ownFieldsOf.set(provider, fields);
  }
  return fields;
}
