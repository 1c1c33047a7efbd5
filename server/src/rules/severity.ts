/**
 * How grave a finding is, by rule, variant and certainty: the one place where that is decided.
 *
 * A proven hole is an error; a control that is missing, or that its consequence makes smaller, is a warning; what cannot be told is
 * a note, always. A project changes the level of a rule in its configuration or, for one editor, in the settings.
 */
import type { Certainty, Finding, Severity } from '../analysis/finding.js';

/** One severity, or one for what was shown on a path and one for what is likely. */
type Weight = Severity | { readonly proven: Severity; readonly likely: Severity };

/** `otherwise` is for every variant that is not named. */
interface Row {
  readonly otherwise: Weight;
  readonly [variant: string]: Weight;
}

const severities: Readonly<Record<string, Row>> = {
  // Is the delivery authentic?
  'missing-signature-verification': { otherwise: 'error' },
  'late-verification': { otherwise: 'error' },
  'fail-open-verification': { otherwise: 'error', asserted: 'warning' },
  'weak-signature-comparison': { otherwise: 'warning', throws: 'note' },
  'parsed-body-signature': { otherwise: 'error' },
  'signature-format-mismatch': { otherwise: { proven: 'error', likely: 'warning' } },
  'weak-signature-algorithm': { otherwise: 'warning', 'no-key': 'error', superseded: 'note', 'plain-hash': { proven: 'warning', likely: 'note' } },
  'hardcoded-secret': { otherwise: 'error' },
  'missing-timestamp-tolerance': { otherwise: 'warning', 'past-only': 'note' },
  'secret-in-url': { otherwise: 'warning' },

  // Is it a Bearer token only?
  'bearer-only-auth': { otherwise: 'warning', presence: 'error' },
  'jwt-not-verified': { otherwise: { proven: 'error', likely: 'warning' } },
  'jwt-claims-unchecked': { otherwise: 'warning' },

  // Has it been handled before?
  'missing-idempotency': { otherwise: 'warning', charges: 'error', counts: 'error' },
  'racy-idempotency': { otherwise: 'warning', 'goes-on': 'error' },
  'overwrite-without-condition': { otherwise: 'warning' },

  // Where does the payload go? A sender that is known makes it less likely, not right.
  ssrf: { otherwise: { proven: 'error', likely: 'warning' } },
  'open-redirect': { otherwise: { proven: 'error', likely: 'warning' } },
  injection: { otherwise: 'error', nosql: 'warning', path: { proven: 'error', likely: 'warning' }, dynamodb: { proven: 'error', likely: 'warning' } },
  'payload-to-llm': { otherwise: 'note', 'with-tools': { proven: 'error', likely: 'warning' }, instructions: 'warning', 'answer-used': 'error' },
  'payload-chosen-resource': { otherwise: { proven: 'error', likely: 'warning' } },
  'unscoped-object-access': { otherwise: 'warning', anyone: 'note' },
  'unvalidated-payload': { otherwise: { proven: 'warning', likely: 'note' } },
  'mass-assignment': { otherwise: { proven: 'warning', likely: 'note' } },

  // Can it exhaust us? A limiter is worth most where nobody has asked who sends.
  'unbounded-payload': { otherwise: 'warning' },
  'missing-rate-limit': { otherwise: 'note', unverified: 'warning' },
  'spoofable-rate-limit-key': { otherwise: 'warning' },
  'slow-acknowledgement': { otherwise: 'warning', 'loop-of-writes': 'note' },

  // What does it reveal?
  'secret-in-logs': { otherwise: 'warning', secret: 'error', expected: 'error', environment: 'error', signature: 'note', request: 'note' },
  'error-detail-leak': { otherwise: 'warning', object: 'note' },
  'debug-mode': { otherwise: 'warning', 'debug-on-open': 'error', 'open-route-shows': 'error' },
};

/** Null for a rule that has no row here; then it says itself. */
export function severityOf({ rule, variant, certainty }: Pick<Finding, 'rule' | 'variant' | 'certainty'>): Severity | null {
  if (certainty === 'cannot-tell') return 'note';
  const row = Object.hasOwn(severities, rule) ? severities[rule] : undefined;
  if (row === undefined) return null;
  return weighed((Object.hasOwn(row, variant) ? row[variant] : undefined) ?? row.otherwise, certainty);
}

function weighed(weight: Weight, certainty: Exclude<Certainty, 'cannot-tell'>): Severity {
  return typeof weight === 'string' ? weight : weight[certainty];
}
