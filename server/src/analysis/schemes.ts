/** What is known of the one who sends a header: which rows of providers speak of it. */
import type { ProviderRow, RecipeRow } from '../knowledge/rows.js';
import type { Evidence } from './endpoints/evidence.js';
import type { ProviderIndex } from './endpoints/sender.js';

/** A sender's scheme with the machine form of its signature, which stands in a header. */
export interface Scheme {
  readonly provider: ProviderRow;
  readonly header: string;
  readonly recipe: RecipeRow;
}

/**
 * The schemes whose signature stands in this header: of the sender that the endpoint names, where it is one of them, else of
 * everyone who uses the header, if its name is nobody's in particular and no other sender is named. What all of them say
 * holds; where they differ nothing is known.
 */
export function schemesOf(providers: ProviderIndex, header: string, evidence: Evidence): readonly Scheme[] {
  const all = providers.byHeader(header).flatMap((provider) => schemeIn(provider, header));
  const { provider } = evidence;
  const ofSender = provider === null ? [] : all.filter((one) => isKin(one.provider, provider));
  if (ofSender.length > 0) return ofSender;
  if (provider !== null) return [];
  return isEverybodys(header) ? [] : all;
}

/** The same sender, or another scheme of it. */
export function isKin(a: ProviderRow, b: ProviderRow): boolean {
  return a.id === b.id || a.words.some((word) => b.words.includes(word));
}

/** True when all schemes say so, and there is one. */
export function allOf(schemes: readonly Scheme[], says: (scheme: Scheme) => boolean): boolean {
  return schemes.length > 0 && schemes.every(says);
}

function schemeIn(provider: ProviderRow, header: string): Scheme[] {
  const { recipe } = provider;
  if (provider.confidence === 'low') return [];
  return recipe && recipe.signature.in === 'header' && recipe.signature.name === header ? [{ provider, header, recipe }] : [];
}

const plainSegments =
  /^(x|webhooks?|hooks?|request|signature|signatures|sign|sig|hmac|sha|sha1|sha256|sha512|1|256|512|digest|hash|token|auth|authorization|api|key|secret|event|payload|body|content|timestamp|verification|v1|v2)$/;

/** `x-signature`, `webhook-signature`: a name that any sender may have taken. */
export function isEverybodys(header: string): boolean {
  return header.split(/[-_]/).every((segment) => plainSegments.test(segment));
}
