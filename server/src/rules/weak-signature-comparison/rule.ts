import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { Place } from '../../analysis/finding.js';
import { type Attempt, NULL, type Operand } from '../../analysis/value.js';
import { message, request, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'weak-signature-comparison',
  title: 'Signature compared in the open',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const seen = new Map<string, { attempt: Attempt; endpoints: Place[] }>();
    const note = (attempt: Attempt, analysed: AnalysedEndpoint | null): void => {
      if (attempt.kind !== 'comparison' && attempt.kind !== 'token') return;
      const key = `${attempt.at.path}:${attempt.at.range.start}`;
      const known = seen.get(key) ?? { attempt, endpoints: [] };
      if (analysed) known.endpoints.push(analysed.endpoint.route);
      seen.set(key, known);
    };
    for (const analysed of analysis.endpoints) for (const attempt of analysed.evaluated.run.attempts.values()) note(attempt, analysed);
    for (const attempt of analysis.detached) if (attempt.kind === 'comparison') note(attempt, null);

    for (const { attempt, endpoints } of seen.values()) {
      if (attempt.throwsUnprepared && endpoints.length > 0) {
        report({
          rule: 'weak-signature-comparison',
          variant: 'throws',
          message: message(
            `\`${attempt.spelling}\` throws on what anyone can send: ${attempt.throwsOn === 'unequal-length' ? 'bytes of another length' : 'a missing header, or one that is not ASCII'}.`,
            'The answer is 500 and in some servers the process ends, where 401 is meant.',
            attempt.throwsOn === 'unequal-length'
              ? 'Compare the lengths first and answer 401 when they differ.'
              : 'Answer 401 when the header is missing and compare bytes.',
          ),
          at: attempt.at,
          because: [],
          certainty: 'likely',
          endpoints,
          remedies: [
            request('compare-safely', {
              comparison: attempt.at.range,
              left: attempt.left?.range ?? null,
              right: attempt.right?.range ?? null,
              negated: false,
              form: 'call',
              place: attempt.at,
            }),
          ],
        });
        continue;
      }
      if (attempt.constantTime) continue;
      // A fallback for old run times beside a constant-time comparison of the same value.
      if (
        attempt.hash &&
        [...seen.values()].some(
          (other) =>
            other.attempt.constantTime &&
            other.attempt.hash?.at.range.start === attempt.hash?.at.range.start &&
            other.attempt.hash?.at.path === attempt.hash?.at.path,
        )
      )
        continue;
      const isToken = attempt.kind === 'token';
      report({
        rule: 'weak-signature-comparison',
        variant: 'plain',
        message: message(
          `\`${attempt.spelling}\` compares ${isToken ? 'a secret token' : 'a signature'}, and not in constant time.`,
          'How long it takes tells how many leading characters were right, so the value can be guessed piece by piece.',
          'Compare bytes of equal length in constant time.',
        ),
        at: attempt.at,
        because: attempt.hash ? [{ message: 'The expected signature is made here', at: attempt.hash.at }] : [],
        certainty: 'proven',
        endpoints,
        remedies: [
          request('compare-safely', {
            comparison: attempt.at.range,
            left: attempt.left?.range ?? null,
            right: attempt.right?.range ?? null,
            negated: /!=|not in|is not/.test(attempt.spelling),
            form: /==|!=/.test(attempt.spelling) ? 'operator' : 'call',
            mayBothBeMissing: mayBeMissing(attempt.left) && mayBeMissing(attempt.right),
            place: attempt.at,
          }),
        ],
      });
    }
  },
});

/** Nothing equals nothing: where neither side is there, the plain comparison accepts. */
function mayBeMissing(operand: Operand | null): boolean {
  return operand !== null && (operand.value.truth & NULL) !== 0;
}
