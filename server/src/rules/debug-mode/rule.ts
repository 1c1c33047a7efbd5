import type { Place } from '../../analysis/finding.js';
import { type Debugging, debuggingAround, openRoute } from '../../analysis/inside.js';
import { message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'debug-mode',
  title: 'The inside of the application is served',
  severity: 'warning',
  page,

  check({ analysis, report }) {
    const told = new Map<string, { readonly debugging: Debugging; readonly endpoints: Place[] }>();
    for (const analysed of [...analysis.endpoints, ...analysis.otherEndpoints])
      for (const debugging of debuggingAround(analysed)) {
        const key = `${debugging.at.path}:${debugging.at.range.start}`;
        const known = told.get(key);
        if (known) known.endpoints.push(analysed.endpoint.route);
        else told.set(key, { debugging, endpoints: [analysed.endpoint.route] });
      }
    for (const { debugging, endpoints } of told.values())
      report({
        rule: 'debug-mode',
        variant: debugging.kind === 'debug-on' && debugging.isOpen ? 'debug-on-open' : debugging.kind,
        message:
          debugging.kind === 'debug-on'
            ? message(
                `\`${debugging.spelling}\` switches the debugger on${debugging.isOpen ? ', on every address of the machine' : ''}.`,
                'An exception that a delivery provokes is answered with the source, the variables, and a console that runs code.',
                'Take it out, and switch it on from the environment where you develop.',
              )
            : message(
                `\`${debugging.spelling}\` answers exceptions with their stack, in every environment.`,
                'Whoever posts here can provoke one and read paths, versions and values.',
                'Use it below a test for development only, and answer with a fixed text otherwise.',
              ),
        at: debugging.at,
        because: [],
        certainty: 'proven',
        endpoints,
        remedies: [request('debug-off', { kind: debugging.kind, at: debugging.at, spelling: debugging.spelling })],
      });

    for (const beside of analysis.insiders) {
      const open = openRoute(beside);
      if (open === null) continue;
      report({
        rule: 'debug-mode',
        variant: open.what.isShown ? 'open-route-shows' : 'open-route',
        message: message(
          `${routeName(beside)} lets everybody in and ${open.what.isShown ? 'answers with settings of the application' : `reaches \`${open.what.spelling}\``}.`,
          'It is served beside the webhook, whose address senders and their logs know.',
          'Put a check of who asks in front, serve it somewhere else, or take it out.',
        ),
        at: beside.endpoint.route,
        because: [{ message: open.what.isShown ? 'They are shown here' : `\`${open.what.spelling}\` is reached`, at: open.what.at }],
        certainty: open.what.isShown ? 'proven' : 'likely',
        endpoints: [],
        remedies: [],
      });
    }
  },
});
