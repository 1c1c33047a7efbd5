import { type Staleness, stalenessOf } from '../../analysis/freshness.js';
import { message, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'missing-timestamp-tolerance',
  title: 'Old deliveries are accepted for ever',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      for (const staleness of stalenessOf(analysed, analysis.providers)) {
        const [what, toDo] = said(staleness);
        const { attempt, at } = staleness;
        report({
          rule: 'missing-timestamp-tolerance',
          variant: staleness.kind,
          message: message(what, 'Whoever has recorded one delivery can send it again, and its signature is still right.', toDo),
          at,
          because: attempt.at.range.start === at.range.start ? [] : [{ message: `\`${attempt.spelling}\` checks the signature`, at: attempt.at }],
          certainty: staleness.kind === 'never' ? 'likely' : 'proven',
          endpoints: [analysed.endpoint.route],
          remedies: [],
        });
      }
    }
  },
});

function said(staleness: Staleness): [what: string, toDo: string] {
  const { spelling } = staleness.attempt;
  const window = inWords(staleness.window);
  switch (staleness.kind) {
    case 'never':
      return [
        `\`${spelling}\` checks a signature over a timestamp, and nothing looks at how old that is.`,
        `Refuse what is more than ${window} away from the clock, either way.`,
      ];
    case 'future-only':
      return ['Only deliveries from the future are refused here; old ones are let in, however old.', `Refuse what is more than ${window} old, too.`];
    case 'past-only':
      return [
        'Only old deliveries are refused here; one that is dated ahead is good until its date has come and gone.',
        `Compare the distance either way with ${window}.`,
      ];
    case 'too-wide':
      return [`A delivery may be ${inWords(staleness.seconds)} old here.`, `Refuse what is more than ${window} away from the clock.`];
    case 'switched-off':
      return [`The tolerance switches the check of the age off in \`${spelling}\`.`, `Leave it out, or give ${window}.`];
    case 'not-asked':
      return [`\`${spelling}\` looks at the age only when it is given a tolerance.`, `Give it one: ${window}.`];
  }
}

function inWords(seconds: number): string {
  const [count, unit] =
    seconds % 86_400 === 0
      ? [seconds / 86_400, 'day']
      : seconds % 3600 === 0
        ? [seconds / 3600, 'hour']
        : seconds % 60 === 0
          ? [seconds / 60, 'minute']
          : [seconds, 'second'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
