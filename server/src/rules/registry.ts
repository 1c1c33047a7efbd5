/** All rules, in the order in which reports list them. */
import bearerOnlyAuth from './bearer-only-auth/rule.js';
import debugMode from './debug-mode/rule.js';
import errorDetailLeak from './error-detail-leak/rule.js';
import failOpen from './fail-open-verification/rule.js';
import hardcodedSecret from './hardcoded-secret/rule.js';
import injection from './injection/rule.js';
import jwtClaimsUnchecked from './jwt-claims-unchecked/rule.js';
import jwtNotVerified from './jwt-not-verified/rule.js';
import late from './late-verification/rule.js';
import massAssignment from './mass-assignment/rule.js';
import missingIdempotency from './missing-idempotency/rule.js';
import missingRateLimit from './missing-rate-limit/rule.js';
import missing from './missing-signature-verification/rule.js';
import missingTimestampTolerance from './missing-timestamp-tolerance/rule.js';
import openRedirect from './open-redirect/rule.js';
import overwriteWithoutCondition from './overwrite-without-condition/rule.js';
import parsedBody from './parsed-body-signature/rule.js';
import payloadChosenResource from './payload-chosen-resource/rule.js';
import payloadToLlm from './payload-to-llm/rule.js';
import racyIdempotency from './racy-idempotency/rule.js';
import type { Rule } from './rule.js';
import secretInLogs from './secret-in-logs/rule.js';
import secretInUrl from './secret-in-url/rule.js';
import signatureFormatMismatch from './signature-format-mismatch/rule.js';
import slowAcknowledgement from './slow-acknowledgement/rule.js';
import spoofableRateLimitKey from './spoofable-rate-limit-key/rule.js';
import ssrf from './ssrf/rule.js';
import unboundedPayload from './unbounded-payload/rule.js';
import unscopedObjectAccess from './unscoped-object-access/rule.js';
import unvalidatedPayload from './unvalidated-payload/rule.js';
import weakSignatureAlgorithm from './weak-signature-algorithm/rule.js';
import weakComparison from './weak-signature-comparison/rule.js';

export type { Rule, RuleContext } from './rule.js';

export const rules: readonly Rule[] = [
  missing,
  late,
  failOpen,
  weakComparison,
  parsedBody,
  hardcodedSecret,
  jwtNotVerified,
  jwtClaimsUnchecked,
  signatureFormatMismatch,
  weakSignatureAlgorithm,
  bearerOnlyAuth,
  missingTimestampTolerance,
  secretInUrl,
  payloadChosenResource,
  unboundedPayload,
  missingRateLimit,
  spoofableRateLimitKey,
  slowAcknowledgement,
  secretInLogs,
  errorDetailLeak,
  ssrf,
  massAssignment,
  missingIdempotency,
  racyIdempotency,
  overwriteWithoutCondition,
  unscopedObjectAccess,
  debugMode,
  openRedirect,
  injection,
  payloadToLlm,
  unvalidatedPayload,
];
