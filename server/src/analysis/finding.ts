/** What a rule reports. Plain data: doors translate it, nobody below them knows a protocol. */
import type { Range } from '../ir/model.js';

/** A place in the project. */
export interface Place {
  readonly path: string;
  readonly range: Range;
}

export interface Step {
  readonly message: string;
  readonly at: Place;
}

/** `proven`: shown on a path; `likely`: a control is missing; `cannot-tell`: something could not be read, never an accusation. */
export type Certainty = 'proven' | 'likely' | 'cannot-tell';
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  readonly rule: string;
  /** Which of the rule's messages; stable, for tests and suppressions' reasons. */
  readonly variant: string;
  /** Three parts on lines of their own: what (stands alone), why, what to do. */
  readonly message: string;
  readonly at: Place;
  readonly because: readonly Step[];
  readonly certainty: Certainty;
  readonly severity: Severity;
  /** Route lines of the endpoints it affects. */
  readonly endpoints: readonly Place[];
  readonly remedies: readonly RemedyRequest[];
}

/** Asks for a repair; `remedies/` turns it into edits when somebody wants it. Survives JSON. */
export interface RemedyRequest {
  /** A remedy's id: `verify-with-sdk`, `verify-with-hmac`, `compare-safely`, `secret-from-environment`, `close-fail-open`, `read-raw-body`. `declare-verifier` speaks of the user's configuration. */
  readonly remedy: string;
  /** Facts for it, by name: ranges, provider and framework ids, names from the user's code. */
  readonly facts: Readonly<Record<string, unknown>>;
}
