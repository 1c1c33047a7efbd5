/**
 * The delivery is claimed by the sender's id before its work begins, in one step that only one of several can take; a repeat is
 * answered, and what fails gives the claim back, so that the sender may try again.
 */
import type { Place, RemedyRequest } from '../analysis/finding.js';
import { declare, literal, not, text, when } from '../languages/draft.js';
import { acknowledged } from './claims/acknowledge.js';
import { claimOf, idPath, scopeOf, storeOf, storeOffers, surroundWork } from './claims/claim.js';
import { eventKey } from './claims/key.js';
import { workPlace } from './claims/place.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import { contains } from './open-check.js';
import type { Remedy } from './remedy.js';
import type { EndpointFacts, Repair } from './repair.js';
import { checkOf, refuseSecondTime } from './verify.js';

export const claimEvent: Remedy = {
  id: 'claim-event',
  offers(request, _, source) {
    const endpoint = new Facts(request).optionalEndpoint();
    return storeOffers('claim-event', request, source, endpoint !== undefined && idPath(request, endpoint) !== null);
  },
  write(request, offer, _, repair) {
    const facts = new Facts(request);
    if (facts.flag('isOpen')) decline('The check in front of this lets deliveries through that it should refuse: repair that first, or anybody can claim.');
    const works = placeLists(request, 'works');
    const endpoint = withView(facts.endpoint(), works, repair);
    const check = checkOf(repair, endpoint);
    refuseSecondTime(check, 'claim event');
    const place = workPlace(repair, check.handler, works, placeLists(request, 'proofs').flat());
    const { value, before } = eventKey(check, idPath(request, endpoint) ?? 'body.id', place.first.range);
    const local = check.handler.editor.local('claim', 'event claim');
    const claim = claimOf(check, storeOf(offer), local);
    surroundWork(check, place, claim, [
      ...before,
      declare(local, text(literal(`${scopeOf(request, endpoint)}:`), value)),
      when(not(claim.taken), acknowledged(check)),
    ]);
  },
};

/** A decorator's function hands on to the view that it stands on: the view does the work, and it is claimed there. */
function withView(endpoint: EndpointFacts, works: readonly (readonly Place[])[], repair: Repair): EndpointFacts {
  const { handler } = endpoint;
  if (handler === null) return endpoint;
  const { module } = repair.file(handler.path);
  const fn = module.functions[handler.functionId];
  if (fn === undefined || fn.owner === null || fn.owner === 0) return endpoint;
  const sites = works.flat().filter((site) => site.path === handler.path);
  const view = module.functions.find((one) => one.owner === 0 && one.decorators.length > 0 && sites.some((site) => contains(one.bodyRange, site.range)));
  return view ? { ...endpoint, handler: { path: handler.path, functionId: view.id } } : endpoint;
}

function placeLists(request: RemedyRequest, fact: string): (readonly Place[])[] {
  const value = request.facts[fact];
  return Array.isArray(value) ? value.map((one) => (Array.isArray(one) ? (one as Place[]) : [one as Place])) : [];
}
