import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { Bypass } from '../../analysis/guards.js';
import { endpointFacts, message, request, routeName, rule } from '../rule.js';
import page from './rule.md?raw';

export default rule({
  id: 'fail-open-verification',
  title: 'A check that does not decide',
  severity: 'error',
  page,

  check({ analysis, report }) {
    for (const analysed of analysis.endpoints) {
      for (const bypass of analysed.guards.bypasses) reportBypass(analysed, bypass, report);
      for (const attempt of analysed.guards.guards) {
        const fallback = attempt.key?.setting?.fallback;
        if (
          !attempt.hash ||
          !fallback ||
          (fallback.at === null && fallback.literal !== 'undefined') ||
          (fallback.literal !== '' && fallback.literal !== 'undefined')
        )
          continue;
        if (fallback.literal === '' && attempt.key?.truth === 4) continue; // it was tested before
        const event = analysed.guards.exposed ?? {
          kind: 'use' as const,
          at: attempt.at,
          spelling: 'the handler',
          takesPayload: true,
          takesAnswer: false,
          via: [],
        };
        reportBypass(analysed, { kind: 'empty-key', at: attempt.hash.at, subject: attempt.key?.setting?.name ?? 'the secret', attempt, event }, report);
      }
      const [attached] = analysed.lateGuards;
      if (attached && analysed.guards.guards.length === 0 && analysed.guards.exposed) {
        reportBypass(
          analysed,
          { kind: 'attached-late', at: attached.at, subject: attached.attempt.spelling, attempt: attached.attempt, event: analysed.guards.exposed },
          report,
        );
      }
    }
  },
});

function reportBypass(analysed: AnalysedEndpoint, bypass: Bypass, report: Parameters<Parameters<typeof rule>[0]['check']>[0]['report']): void {
  const [what, toDo] = said(bypass);
  report({
    rule: 'fail-open-verification',
    variant: bypass.kind,
    message: message(what, `Then a forged delivery to ${routeName(analysed)} reaches \`${bypass.event.spelling}\`.`, toDo),
    at: bypass.at,
    because: [
      ...(bypass.attempt && bypass.attempt.at.range.start !== bypass.at.range.start
        ? [{ message: `\`${bypass.attempt.spelling}\` is the check`, at: bypass.attempt.at }]
        : []),
      { message: `\`${bypass.event.spelling}\` is reached`, at: bypass.event.at },
    ],
    certainty: 'proven',
    severity: 'error',
    endpoints: [analysed.endpoint.route],
    remedies: [
      request('close-fail-open', {
        variant: bypass.kind,
        condition: bypass.at.range,
        call: bypass.attempt?.at.range ?? null,
        handler: bypass.kind === 'exception-swallowed' ? bypass.at.range : null,
        member: bypass.attempt?.member ?? null,
        place: bypass.at,
        endpoint: endpointFacts(analysed),
      }),
    ],
  });
}

function said(bypass: Bypass): [what: string, toDo: string] {
  const { subject } = bypass;
  switch (bypass.kind) {
    case 'secret-unset':
      return [
        `\`${subject}\` decides whether the check runs: when the secret is unset, every delivery is let in.`,
        'Answer 500 (or refuse to start) when it is missing.',
      ];
    case 'header-missing':
      return [`\`${subject}\` decides whether the check runs: when the header is missing, the delivery is let in.`, 'Answer 401 when it is missing.'];
    case 'debug-flag':
      return [`The check is skipped when \`${subject}\` says so.`, 'Check always; use a test secret where you test.'];
    case 'exception-swallowed':
      return [`\`${subject}\` may throw, but the handler catches it and goes on.`, 'Return 4xx where the exception is caught.'];
    case 'mismatch-continues':
      return [`A wrong signature does not stop the handler: after \`${subject}\` fails it runs on.`, 'Return 401 right there.'];
    case 'result-ignored':
      return [`The result is ignored: \`${subject}\` says whether the signature is right, and nothing depends on it.`, 'Return 401 when it is false.'];
    case 'not-awaited':
      return [`\`${subject}\` is not awaited: its promise is always true and its failure comes too late.`, 'Await it before anything else.'];
    case 'object-as-boolean':
      return [
        `\`${subject}\` returns an object, which is true even for a wrong signature.`,
        `Test its member${bypass.attempt?.member ? ` \`${bypass.attempt.member}\`` : ''}.`,
      ];
    case 'always-accepts':
      return [`\`${subject}\` always accepts: it never returns anything but true.`, 'Compare an HMAC over the raw body with the signature that was sent.'];
    case 'empty-key':
      return [
        `The MAC is made with an empty key, or the text of a missing value, where \`${subject}\` is not set.`,
        'Answer 500 (or refuse to start) when it is missing.',
      ];
    case 'attached-late':
      return [`\`${subject}\` is attached after the route was registered, so it never runs for it.`, 'Attach it before the route.'];
    case 'runs-anyway':
      return [
        `\`${bypass.event.spelling}\` stands in a \`finally\`: it runs also when \`${subject}\` throws.`,
        'Move it behind the check, out of the `finally`.',
      ];
    case 'other-path':
      return [`\`${subject}\` is also reached on a path around the check.`, 'Let every path pass the check.'];
  }
}
