/**
 * Is the age of a delivery bounded? Asked where the sender signs a moment: of a check that was written by hand, by the comparisons
 * with the clock on its way; of a verifier from a package, by the tolerance that it is given.
 */
import type { AnalysedEndpoint } from './analyse.js';
import type { ProviderIndex } from './endpoints/sender.js';
import type { Place } from './finding.js';
import { allOf, type Scheme, schemesOf } from './schemes.js';
import { type Attempt, HEADER, SIGNATURE, TIMESTAMP } from './value.js';

export type Staleness =
  /** Nothing looks at the age. */
  | { readonly kind: 'never'; readonly attempt: Attempt; readonly at: Place; readonly window: number }
  /** Only deliveries from the future are refused. */
  | { readonly kind: 'future-only'; readonly attempt: Attempt; readonly at: Place; readonly window: number }
  /** Deliveries from the future are let in, and are good until their time has come and gone. */
  | { readonly kind: 'past-only'; readonly attempt: Attempt; readonly at: Place; readonly window: number }
  | { readonly kind: 'too-wide'; readonly attempt: Attempt; readonly at: Place; readonly window: number; readonly seconds: number }
  /** The verifier was told not to look. */
  | { readonly kind: 'switched-off'; readonly attempt: Attempt; readonly at: Place; readonly window: number }
  /** The verifier looks only when it is told to. */
  | { readonly kind: 'not-asked'; readonly attempt: Attempt; readonly at: Place; readonly window: number };

/** What most senders recommend, where the one at hand says nothing. */
const usual = 300;

export function stalenessOf(analysed: AnalysedEndpoint, providers: ProviderIndex): Staleness[] {
  const { run } = analysed.evaluated;
  const attempts = [...run.attempts.values()];
  const found = attempts.flatMap((attempt) => ofVerifier(attempt, providers));
  if (analysed.guards.unreadable.length > 0 || analysed.guards.isCutShort || attempts.some((one) => one.proofs.includes('freshness'))) return found;
  const [signed] = attempts.flatMap((attempt) => signedMoment(attempt, analysed, providers));
  return signed ? [...found, ...ofHand(signed, analysed)] : found;
}

function ofVerifier(attempt: Attempt, providers: ProviderIndex): Staleness[] {
  const { tolerance } = attempt;
  if (attempt.kind !== 'call' || tolerance === null) return [];
  const window = (attempt.provider === null ? null : providers.byId(attempt.provider)?.toleranceSeconds) ?? usual;
  const common = { attempt, at: attempt.at, window };
  if (tolerance === Number.POSITIVE_INFINITY) return [{ kind: attempt.asksForTolerance ? 'not-asked' : 'switched-off', ...common }];
  return isTooWide(tolerance, window) ? [{ kind: 'too-wide', ...common, seconds: tolerance }] : [];
}

interface Signed {
  readonly attempt: Attempt;
  readonly window: number;
}

/** A hand-written check of a signature that covers a moment: the code puts it into the signed text, or the sender is known to. */
function signedMoment(attempt: Attempt, analysed: AnalysedEndpoint, providers: ProviderIndex): Signed[] {
  const { hash } = attempt;
  if (attempt.kind !== 'comparison' || hash === null || !attempt.proofs.includes('signature')) return [];
  const header = [attempt.left, attempt.right].find((one) => one && one.value.hash === null && one.value.traits & (HEADER | SIGNATURE))?.value.field ?? null;
  const schemes = header === null ? [] : schemesOf(providers, header, analysed.evidence);
  const isPutIn = (hash.message & TIMESTAMP) !== 0 || ((hash.message & SIGNATURE) !== 0 && hash.of !== null && hash.of === header);
  if (!isPutIn && !allOf(schemes, signsMoment)) return [];
  const windows = schemes.flatMap(({ provider }) => (provider.toleranceSeconds === null ? [] : [provider.toleranceSeconds]));
  return [{ attempt, window: windows.length > 0 ? Math.max(...windows) : usual }];
}

/** In a header or in the signature; of a moment inside the body only where the sender says how old it may be. */
function signsMoment({ recipe, provider }: Scheme): boolean {
  const { in: where } = recipe.timestamp;
  return where === 'header' || where === 'signature' || (where === 'json' && provider.toleranceSeconds !== null);
}

function ofHand({ attempt, window }: Signed, analysed: AnalysedEndpoint): Staleness[] {
  const { run } = analysed.evaluated;
  const ages = [...run.ages.values()];
  const common = { attempt, at: attempt.at, window };
  if (ages.length === 0) return run.handsOnTimestamp ? [] : [{ kind: 'never', ...common }];
  const past = ages.filter((one) => one.past);
  const [first] = past;
  if (first === undefined) return [{ kind: 'future-only', ...common, at: ages[0]?.at ?? attempt.at }];
  const widths = past.map((one) => one.seconds);
  const narrowest = widths.includes(null) ? null : Math.min(...(widths as number[]));
  if (narrowest !== null && isTooWide(narrowest, window)) return [{ kind: 'too-wide', ...common, at: first.at, seconds: narrowest }];
  return ages.some((one) => one.future) ? [] : [{ kind: 'past-only', ...common, at: first.at }];
}

/** Clocks differ and queues are slow; ten times the window, or half an hour, is neither. */
function isTooWide(seconds: number, window: number): boolean {
  return seconds > Math.max(window * 10, 1800);
}
