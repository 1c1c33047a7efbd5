/** What a repair that claims a delivery wants to know of the endpoint. */
import type { AnalysedEndpoint } from '../analysis/analyse.js';
import type { Deed } from '../analysis/order/notes.js';
import { endpointFacts } from './rule.js';

/** `works` is what must not be done twice; `eventId` says where the sender names a delivery. */
export function claimFacts(analysed: AnalysedEndpoint, works: readonly Deed[], eventId: string | null): Readonly<Record<string, unknown>> {
  const proofs = [...new Set(works.flatMap(({ attempts }) => [...attempts].flatMap(([attempt, status]) => (status === 'accepted' && attempt.proofs.includes('signature') ? [attempt.at] : []))))];
  return {
    endpoint: endpointFacts(analysed),
    path: analysed.endpoint.path,
    works: works.map(({ event }) => [...event.via, event.at]),
    proofs,
    ...(eventId === null ? {} : { eventId }),
  };
}
