/**
 * Repairs: what is offered for a finding, and the edits when somebody takes an offer. This room plans in the neutral form and
 * prints through the language writers; it never sees a syntax tree, a file system or a protocol, and changes nothing itself.
 */
import type { Finding, RemedyRequest } from '../analysis/finding.js';
import { allowHosts } from './allow-hosts.js';
import { answerWithoutDetail } from './answer-without-detail.js';
import { bindValues } from './bind-values.js';
import { chooseFromList } from './choose-from-list.js';
import { claimAtomically } from './claim-atomically.js';
import { claimEvent } from './claim-event.js';
import { claimLonger } from './claim-longer.js';
import { closeFailOpen } from './close-fail-open.js';
import { compareSafely } from './compare-safely.js';
import { countByAddress } from './count-by-address.js';
import { debugOff } from './debug-off.js';
import { Decline } from './decline.js';
import { limitBody } from './limit-body.js';
import { limitRate } from './limit-rate.js';
import { logWithoutSecret } from './log-without-secret.js';
import { moveCheckFirst } from './move-check-first.js';
import { nameFields } from './name-fields.js';
import { readRawBody } from './read-raw-body.js';
import { redirectOwn } from './redirect-own.js';
import type { Offer, Remedy, Safety } from './remedy.js';
import { type RemedyEdit, type RemedySource, Repair } from './repair.js';
import { secretFromEnvironment } from './secret-from-environment.js';
import { startWithoutShell } from './start-without-shell.js';
import { verifyWithHmac } from './verify-with-hmac.js';
import { verifyWithSdk } from './verify-with-sdk.js';

export { hunksBetween } from './hunks.js';
export { type IgnoreComment, ignoreComment } from './ignore-comment.js';
export { type NewFile, regressionTest, type TestOffer, testOffer } from './regression-test/index.js';
export type { RemedyEdit, RemedySource } from './repair.js';
export { type VerifierFacts, verifierEntry } from './verifier-entry.js';

export interface RemedyOffer {
  readonly id: string;
  readonly title: string;
  readonly safety: Safety;
  /** The first choice among those of one finding. */
  readonly preferred: boolean;
}

const remedies: readonly Remedy[] = [
  verifyWithSdk,
  verifyWithHmac,
  compareSafely,
  readRawBody,
  secretFromEnvironment,
  closeFailOpen,
  moveCheckFirst,
  claimEvent,
  claimAtomically,
  claimLonger,
  limitBody,
  answerWithoutDetail,
  logWithoutSecret,
  debugOff,
  countByAddress,
  limitRate,
  allowHosts,
  redirectOwn,
  bindValues,
  startWithoutShell,
  chooseFromList,
  nameFields,
];

/** What can be done about a finding, best first. Computes no edits: an offer may still decline. */
export function offersFor(finding: Finding, source: RemedySource): RemedyOffer[] {
  const offers = new Map<string, Offer>();
  for (const { offer } of offered(finding, source)) if (!offers.has(offer.id)) offers.set(offer.id, offer);
  // A package that is not installed yet comes second to code that needs none.
  const sorted = [...offers.values()].sort((a, b) => rank(a) - rank(b));
  return sorted.map(({ id, title, safety }, at) => ({ id, title, safety, preferred: at === 0 && safety !== 'sketch' }));
}

/** The edits of one offer, in every file it takes; or why it does not fit after all. Never throws. */
export function editsFor(finding: Finding, offerId: string, source: RemedySource): { readonly edits: readonly RemedyEdit[] } | { readonly declined: string } {
  try {
    const chosen = offered(finding, source).find(({ offer }) => offer.id === offerId);
    if (chosen === undefined) return { declined: 'This repair is not offered here.' };
    const repair = new Repair(source);
    chosen.remedy.write(chosen.request, offerId, finding, repair);
    const edits = repair.edits();
    return edits.length === 0 ? { declined: 'There is nothing left to repair here.' } : { edits };
  } catch (error) {
    return {
      declined: error instanceof Decline ? error.message : `This repair could not be written: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

interface Offered {
  readonly remedy: Remedy;
  readonly request: RemedyRequest;
  readonly offer: Offer;
}

function offered(finding: Finding, source: RemedySource): Offered[] {
  return finding.remedies.flatMap((request) => {
    const remedy = remedies.find((one) => one.id === request.remedy);
    return remedy ? remedy.offers(request, finding, source).map((offer) => ({ remedy, request, offer })) : [];
  });
}

function rank(offer: Offer): number {
  return offer.later === true ? 1 : 0;
}
