import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { RemedyRequest, Step } from '../../analysis/finding.js';
import type { Race } from '../../analysis/order/report.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'racy-idempotency',
  title: 'A check for duplicates that lets some through',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      for (const race of analysed.order.races) {
        report({
          rule: 'racy-idempotency',
          variant: race.kind,
          message: told(race, analysed),
          at: race.at,
          because: steps(race),
          certainty: race.kind === 'unheeded' || race.kind === 'process-local' || race.kind === 'short-lived' ? 'likely' : 'proven',
          endpoints: [analysed.endpoint.route],
          remedies: remediesFor(race, analysed),
        });
      }
    }
  },
});

function told(race: Race, analysed: AnalysedEndpoint): string {
  const check = `\`${race.spelling}\``;
  const mark = `\`${race.mark?.spelling ?? ''}\``;
  const work = `\`${race.work.event.spelling}\``;
  switch (race.kind) {
    case 'marked-after':
      return message(
        `${check} asks, ${work} works, and only then ${mark} notes the delivery.`,
        `Two deliveries at once both find nothing and both do the work; what fails between ${work} and ${mark} is done again.`,
        'Claim the id in one atomic step before the work (unique insert, `SET NX` with a lifetime, conditional put), and give it back when the work fails.',
      );
    case 'marked-before':
      return message(
        `${check} asks and ${mark} notes the delivery in two steps.`,
        `Two deliveries at once both find nothing and both reach ${work}; a delivery whose work fails stays noted and is lost.`,
        'Claim the id in one atomic step (unique insert, `SET NX` with a lifetime, conditional put), and give it back when the work fails.',
      );
    case 'process-local':
      return message(
        `${check} remembers deliveries in this process only.`,
        `A second process, a restart or a new version knows nothing of them, and ${work} is done again.`,
        'Claim the id where all processes see it: a unique insert in the database, `SET NX` with a lifetime, a conditional put.',
      );
    case 'goes-on':
      return message(
        `${work} is reached although ${check} has found a duplicate.`,
        `A delivery to ${routeName(analysed)} that comes again is noticed, and its work is done all the same.`,
        'Answer 200 and return where the claim was not had.',
      );
    case 'unheeded':
      return message(
        `Nobody looks at what ${check} says.`,
        `It leaves a delivery alone that is there already, and ${work} is done again.`,
        'Look at its result, and answer 200 and return when it has taken nothing.',
      );
    case 'short-lived':
      return message(
        `${check} forgets a delivery after ${race.lifetime} seconds.`,
        `Senders try again for hours or days, and what comes later reaches ${work} again.`,
        'Keep the claim for longer than the sender goes on trying, a few days for most.',
      );
  }
}

function remediesFor(race: Race, analysed: AnalysedEndpoint): RemedyRequest[] {
  if (race.kind === 'short-lived') return [request('claim-longer', { lifetime: race.lifetime })];
  const facts = { endpoint: endpointFacts(analysed), path: analysed.endpoint.path, ...(race.mark ? { mark: race.mark.at } : {}) };
  return [request('claim-atomically', facts)];
}

function steps(race: Race): Step[] {
  return [
    ...(race.mark ? [{ message: `\`${race.mark.spelling}\` notes it here`, at: race.mark.at }] : []),
    { message: `\`${race.work.event.spelling}\` is the work`, at: race.work.event.at },
  ];
}
