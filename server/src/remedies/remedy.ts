/** The contract of a remedy: what it offers for a request of a rule, and how it writes it. One file a remedy. */
import type { Finding, RemedyRequest } from '../analysis/finding.js';
import type { RemedySource, Repair } from './repair.js';

/**
 * `safe`: the same behaviour for every legitimate caller. `review`: right in kind, changes behaviour on purpose.
 * `sketch`: correct shape, something must be filled in by hand.
 */
export type Safety = 'safe' | 'review' | 'sketch';

export interface Offer {
  /** The remedy's id, with `:` and the choice when one request has several. */
  readonly id: string;
  readonly title: string;
  readonly safety: Safety;
  /** Not the first choice: it needs something that is not there yet. */
  readonly later?: true;
}

export interface Remedy {
  readonly id: string;
  /** Cheap; reads no more than the facts and what is at hand. */
  offers(request: RemedyRequest, finding: Finding, source: RemedySource): readonly Offer[];
  /** Plans the repair, or throws `Decline`. */
  write(request: RemedyRequest, offer: string, finding: Finding, repair: Repair): void;
}
