import type { AnalysedEndpoint } from '../../analysis/analyse.js';
import type { RemedyRequest } from '../../analysis/finding.js';
import type { Bypass } from '../../analysis/guards.js';
import { WHOLE } from '../../analysis/shape.js';
import { type Attempt, NULL, TRUE, type Value } from '../../analysis/value.js';
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
          (!attempt.hash && !attempt.takesEmptyKey) ||
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
        reportBypass(
          analysed,
          { kind: 'empty-key', at: attempt.hash?.at ?? attempt.at, subject: attempt.key?.setting?.name ?? 'the secret', attempt, event },
          report,
        );
      }
      for (const attempt of analysed.guards.guards) {
        const event = attempt.keyFrom && analysed.evaluated.run.records.find((one) => one.isProven && one.attempts.has(attempt))?.event;
        if (attempt.keyFrom && event)
          reportBypass(analysed, { kind: 'key-from-sender', at: attempt.keyFrom, subject: attempt.spelling, attempt, event }, report);
      }
      for (const { bypass, remedies } of unsetTokens(analysed)) reportBypass(analysed, bypass, report, remedies);
      if (analysed.guards.guards.length === 0 && analysed.guards.unreadable.length === 0)
        for (const { attempt, event } of analysed.guards.switchedOff.slice(0, 1))
          reportBypass(analysed, { kind: 'switched-off', at: attempt.at, subject: attempt.spelling, attempt, event }, report, []);
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

/** Tokens that are compared with a setting which may not be there: what is sent may then be the same nothing. */
function unsetTokens(analysed: AnalysedEndpoint): { bypass: Bypass; remedies: readonly RemedyRequest[] }[] {
  const { guards, evaluated } = analysed;
  // Another proof beside it holds whatever the token is.
  if (guards.guards.some((one) => one.kind !== 'token')) return [];
  return guards.guards.flatMap((attempt) => {
    const { left, right } = attempt;
    if (attempt.kind !== 'token' || !left || !right) return [];
    const [kept, sent] = left.value.setting ? [left.value, right.value] : [right.value, left.value];
    const { setting } = kept;
    if (!setting || sent.setting) return [];
    const event = evaluated.run.records.find((one) => one.isProven && one.attempts.has(attempt))?.event;
    if (!event) return [];
    const bypass = (kind: Bypass['kind']): Bypass => ({ kind, at: attempt.at, subject: setting.name || 'the token', attempt, event });
    if (setting.fallback?.literal === 'undefined')
      return [
        {
          bypass: bypass('unset-in-text'),
          remedies: [],
        },
      ];
    if (sent.truth === TRUE || (sent.shape & WHOLE) === 0) return [];
    const isNothing = setting.fallback
      ? setting.fallback.literal === '' && kept.truth !== TRUE
      : !attempt.constantTime && (kept.truth & NULL) !== 0 && (sent.truth & NULL) !== 0 && areAlikeWhenAbsent(kept, sent);
    if (!isNothing) return [];
    return [{ bypass: bypass('both-undefined'), remedies: setting.fallback ? [] : [comparingSafely(attempt)] }];
  });
}

/** Both are asked for by a call, or both read as members: what one gives for nothing the other gives too. */
function areAlikeWhenAbsent(kept: Value, sent: Value): boolean {
  return (kept.name === null) === (sent.name === null) && !sent.name?.endsWith('()');
}

function comparingSafely(attempt: Attempt): RemedyRequest {
  return request('compare-safely', {
    comparison: attempt.at.range,
    left: attempt.left?.range ?? null,
    right: attempt.right?.range ?? null,
    negated: /!=|not in|is not/.test(attempt.spelling),
    form: /==|!=/.test(attempt.spelling) ? 'operator' : 'call',
    mayBothBeMissing: true,
    place: attempt.at,
  });
}

function reportBypass(
  analysed: AnalysedEndpoint,
  bypass: Bypass,
  report: Parameters<Parameters<typeof rule>[0]['check']>[0]['report'],
  remedies: readonly RemedyRequest[] = offersNothing.has(bypass.kind) ? [] : [closing(analysed, bypass)],
): void {
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
    // Later versions of a library may refuse what the one at hand takes.
    certainty: bypass.kind === 'asserted' || (bypass.kind === 'empty-key' && !bypass.attempt?.hash) ? 'likely' : 'proven',
    endpoints: [analysed.endpoint.route],
    remedies,
  });
}

/** Where the repair is not in the handler: an object lacks its check, a setting its name. */
const offersNothing: ReadonlySet<Bypass['kind']> = new Set(['method-missing', 'secret-nowhere', 'key-from-sender']);

function closing(analysed: AnalysedEndpoint, bypass: Bypass): RemedyRequest {
  return request('close-fail-open', {
    variant: bypass.kind,
    condition: bypass.at.range,
    call: bypass.attempt?.at.range ?? null,
    handler: bypass.kind === 'exception-swallowed' || bypass.kind === 'catch-parses' ? bypass.at.range : null,
    member: bypass.attempt?.member ?? null,
    place: bypass.at,
    endpoint: endpointFacts(analysed),
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
    case 'key-from-sender':
      return [
        `\`${subject}\` trusts a key that is fetched from an address in the delivery: whoever sends it chooses the key that it is checked with.`,
        'Compare the host of the address with the one the sender documents, before anything is fetched.',
      ];
    case 'secret-nowhere':
      return [
        `\`${subject}\` decides whether the check runs, and nothing sets it: the table of settings that it is read from has no such entry.`,
        'Read the secret by the name that it is kept under, and answer 500 (or refuse to start) when it is missing.',
      ];
    case 'empty-key':
      if (bypass.attempt && !bypass.attempt.hash)
        return [
          `\`${bypass.attempt.spelling}\` is given an empty key, or the text of a missing value, where \`${subject}\` is not set, and takes it.`,
          'Answer 500 (or refuse to start) when it is missing.',
        ];
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
    case 'catch-parses':
      return [
        `\`${subject}\` may throw, but the handler catches it and goes on: it parses the delivery all the same.`,
        'Return 4xx where the exception is caught; parse behind the check.',
      ];
    case 'status-only':
      return [`A wrong signature is answered and does not stop the handler: after \`${subject}\` fails it runs on.`, 'Return right there, with the answer.'];
    case 'asserted':
      return [`\`assert\` is no guard: under \`python -O\` it is gone, and nothing depends on \`${subject}\`.`, 'Return 401 when it is false.'];
    case 'loopback':
      return [
        `The check is skipped when \`${subject}\` says that the request comes from this machine.`,
        'Behind a proxy every request does, and a Host header says what the sender writes. Check always.',
      ];
    case 'sender-says':
      return [`The sender decides whether the check runs: it is skipped where \`${subject}\` says so.`, 'Check whatever the delivery says of itself.'];
    case 'token-optional':
      return [
        `\`${subject}\` lets a request without a token pass, and nothing behind it asks whether there was one.`,
        'Require the token, or answer 401 where there are no claims.',
      ];
    case 'switched-off':
      return [
        `\`${subject}\` checks nothing: its option \`${bypass.attempt?.off ?? ''}\` switches the check off.`,
        'Drop the option; use a test secret where you test.',
      ];
    case 'both-undefined':
      return [
        `Where \`${subject}\` is not set, a request without the token has the same nothing to show, and is let in.`,
        'Answer 500 (or refuse to start) when it is missing, and 401 without a token.',
      ];
    case 'method-missing': {
      const [name = '', method = ''] = subject.split(/\.(?=[^.]*$)/);
      return [
        `\`${name}\` has no \`${method}\`, which the others of its table have: its deliveries are not checked.`,
        `Give it a \`${method}\`, and refuse where there is none.`,
      ];
    }
    case 'unset-in-text':
      return [
        `Where \`${subject}\` is not set, the text it is built into says so: \`undefined\` or \`None\` is the token, and anybody can send that.`,
        'Answer 500 (or refuse to start) when it is missing.',
      ];
    case 'other-path':
      return [`\`${subject}\` is also reached on a path around the check.`, 'Let every path pass the check.'];
  }
}
