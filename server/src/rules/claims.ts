/** What a repair that claims a delivery wants to know of the endpoint. */
import type { AnalysedEndpoint } from '../analysis/analyse.js';
import type { Deed } from '../analysis/order/notes.js';
import { endpointFacts } from './rule.js';

/** `works` is what must not be done twice; `eventId` says where the sender names a delivery. */
export function claimFacts(analysed: AnalysedEndpoint, works: readonly Deed[], eventId: string | null): Readonly<Record<string, unknown>> {
  const checks = works.flatMap(({ attempts }) => [...attempts].filter(([attempt]) => attempt.proofs.includes('signature')));
  return {
    endpoint: endpointFacts(analysed),
    path: analysed.endpoint.path,
    works: works.map(({ event }) => [...event.via, event.at]),
    proofs: [...new Set(checks.flatMap(([attempt, status]) => (status === 'accepted' ? [attempt.at] : [])))],
    // There is a check, and some get past it.
    isOpen: analysed.guards.bypasses.length > 0,
    ...(eventId === null ? {} : { eventId }),
  };
}
