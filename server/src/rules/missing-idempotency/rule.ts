import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { Step } from '../../analysis/finding.js';
import type { Deed } from '../../analysis/order/notes.js';
import { soundsLikeProof } from '../../analysis/words.js';
import { claimFacts } from '../claims.js';
import { message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'missing-idempotency',
  title: 'Handled again when delivered again',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      const told = analysed.order.repeated.filter((deed) => isTold(deed, analysed));
      const [first] = told;
      if (!first || first.repeats === null || first.repeats === 'same' || first.repeats === 'replaces') continue;
      const common = {
        rule: 'missing-idempotency',
        at: analysed.endpoint.route,
        because: told.slice(0, 4).map((deed): Step => ({ message: `\`${deed.event.spelling}\` ${again(deed)}`, at: deed.event.at })),
        endpoints: [],
        remedies: [request('claim-event', claimFacts(analysed, told, eventIdPath(analysed)))],
      };
      if (isWeak(first)) {
        report({
          ...common,
          variant: first.repeats,
          message: message(
            `Cannot tell whether what \`${first.event.spelling}\` ${first.repeats === 'enqueues' ? 'queues' : 'sets off'} is done once.`,
            `${routeName(analysed)} does it for every delivery, also for one that comes again, and what follows from it cannot be read from here.`,
            `Hand ${eventId(analysed)} along as the id of the job or as an idempotency key, or claim it first.`,
          ),
          certainty: 'cannot-tell',
        });
        continue;
      }
      report({
        ...common,
        variant: first.repeats,
        message: message(
          `\`${first.event.spelling}\` ${again(first)} when a delivery to ${routeName(analysed)} comes again.`,
          'Senders repeat a delivery whose answer was late or lost, and whoever has seen one can post it again: nothing here knows that it was handled.',
          `Claim ${eventId(analysed)} first, in one step that only one of several deliveries can take, and answer 200 to the others.`,
        ),
        certainty: 'likely',
      });
    }
  },
});

/** What somebody else does with it, nobody can tell from here. */
function isWeak({ repeats }: Deed): boolean {
  return repeats === 'enqueues' || repeats === 'starts';
}

function isTold(deed: Deed, analysed: AnalysedEndpoint): boolean {
  const hasEventId = eventIdPath(analysed) !== null;
  switch (deed.repeats) {
    // Asking who somebody is, or telling of a delivery that was refused, comes before the proof.
    case 'posts':
      return deed.isMessage && deed.isProven;
    case 'starts':
      return hasEventId && deed.isProven && deed.event.takesPayload;
    case 'enqueues':
      return hasEventId && deed.isQueue && deed.event.takesPayload;
    // An entry without a key of the delivery is told where its store can be read, or where the sender gives every delivery an id.
    case 'inserts':
      return deed.isModelRead || hasEventId;
    default:
      return true;
  }
}

function again({ repeats }: Deed): string {
  switch (repeats) {
    case 'charges':
      return 'moves money once more';
    case 'counts':
      return 'counts once more';
    case 'inserts':
      return 'writes one more entry';
    case 'appends':
      return 'appends once more';
    case 'sends':
    case 'posts':
      return 'sends once more';
    case 'starts':
      return 'starts once more';
    case 'enqueues':
      return 'queues once more';
    default:
      return 'is done once more';
  }
}

/** The sender's own id of a delivery, in words. */
function eventId(analysed: AnalysedEndpoint): string {
  const path = eventIdPath(analysed);
  if (path === null) return 'the id of the event';
  return path.startsWith('header ') ? `the \`${path.slice(7)}\` header` : `\`${path.replace(/^body\./, '')}\` of the event`;
}

/** Where the sender says which delivery it is; null where a proof that it does not send shows that it is another one. */
function eventIdPath({ evidence: { provider }, evaluated: { run } }: AnalysedEndpoint): string | null {
  // Several senders follow a convention, and what it says of a delivery is said by each in its own way.
  if (provider === null || provider.isConvention) return null;
  for (const header of run.headersRead) if (soundsLikeProof(header) && !provider.headers.includes(header) && header !== provider.signatureHeader) return null;
  return provider.eventIdPath;
}
