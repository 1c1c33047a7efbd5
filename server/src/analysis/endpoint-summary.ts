/** What is told of an endpoint outside the analysis: reports, `why`, lists. Plain data. */
import type { Place, Step } from './finding.js';

export interface EndpointSummary {
  readonly framework: string;
  /** Upper case; `*` for any. */
  readonly methods: readonly string[];
  /** The route with its mount prefixes; null when it cannot be read. */
  readonly path: string | null;
  readonly at: Place;
  /** The handler's name, or a description of it. */
  readonly name: string;
  /** The function, where it is in reach. */
  readonly handler?: { readonly path: string; readonly functionId: number };
  readonly provider: string | null;
  /** The setting that its check takes the key from, where that can be read. */
  readonly keySetting?: string;
  readonly webhook: boolean;
  /** Why it is taken for a webhook endpoint, or what was found and did not suffice. */
  readonly evidence: readonly string[];
  /** `late`: verified, after something has been done already. `idle`: no check, and nothing that would need one. */
  readonly verdict: 'verified' | 'late' | 'idle' | 'unverified' | 'cannot-tell' | 'not-a-webhook';
  readonly because: readonly Step[];
}
