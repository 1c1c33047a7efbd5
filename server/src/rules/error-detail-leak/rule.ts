import { judgedEndpoints } from '../../analysis/analyse.js';
import { type LeakToTell, leaksOf } from '../../analysis/leaks.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'error-detail-leak',
  title: 'Inside of an error in the answer',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    for (const analysed of judgedEndpoints(analysis)) {
      for (const leak of leaksOf(analysis.project, analysed)) {
        report({
          rule: 'error-detail-leak',
          variant: leak.what,
          message: message(
            `${routeName(analysed)} answers with ${shown[leak.what]}.`,
            'Texts of drivers and libraries name tables, hosts, paths and values, and whoever posts here can provoke them.',
            'Log it, and answer with a fixed text and an id to find it by.',
          ),
          at: leak.part,
          because: leak.handler === null ? [] : [{ message: 'Whatever goes wrong in front of it is caught here', at: leak.handler.at }],
          certainty: 'proven',
          endpoints: [analysed.endpoint.route],
          remedies: [request('answer-without-detail', { part: leak.part, refuses: isRefusal(leak), endpoint: endpointFacts(analysed) })],
        });
      }
    }
  },
});

function isRefusal({ status }: LeakToTell): boolean {
  return status !== null && status >= 400 && status < 500;
}

const shown: Readonly<Record<LeakToTell['what'], string>> = {
  stack: 'the stack of an exception',
  message: 'the text of an exception that was not expected',
  object: 'an exception as it is',
};
