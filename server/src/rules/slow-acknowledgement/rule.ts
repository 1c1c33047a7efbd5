import { type Slowness, slownessOf } from '../../analysis/pace.js';
import { message, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'slow-acknowledgement',
  title: 'Long work before the answer',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      if (analysed.endpoint.framework.functionsTaking) continue;
      const slowness = slownessOf(analysed);
      const last = slowness?.steps[slowness.steps.length - 1];
      if (!slowness || !last) continue;
      const sender = analysed.evidence.provider?.name ?? 'The sender';
      report({
        rule: 'slow-acknowledgement',
        variant: slowness.kind === 'loop' && last.kind === 'write' ? 'loop-of-writes' : slowness.kind,
        message: message(
          `${routeName(analysed)} ${doing(slowness)} before it answers.`,
          `${sender} gives up waiting after seconds and delivers again, so the work is begun anew while it still goes on.`,
          'Verify, put the delivery into a queue or a table, answer 2xx, and work afterwards.',
        ),
        at: last.at,
        because: slowness.steps.map((one) => ({ message: `\`${one.spelling}\` is waited for`, at: one.at })),
        certainty: 'likely',
        endpoints: [analysed.endpoint.route],
        remedies: [],
      });
    }
  },
});

function doing({ kind, steps }: Slowness): string {
  const [first] = steps;
  switch (kind) {
    case 'model':
      return `asks a model (\`${first?.spelling}\`)`;
    case 'loop':
      return `calls \`${first?.spelling}\` in a loop`;
    case 'several':
      return `makes ${steps.length} calls out, one after the other,`;
  }
}
