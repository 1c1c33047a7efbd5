/** What a place stands in: a `finally`, an assertion. */
import type { Expr, Statement } from '../ir/model.js';
import { bodiesOf } from '../ir/parts.js';
import type { Place } from './finding.js';
import type { Project } from './project.js';
import type { Event } from './state.js';

/** What a `finally` holds runs also when the check has thrown. */
export function standsInFinally(project: Project, event: Event): boolean {
  return [event.at, ...event.via].some(({ path, range }) => {
    const holds = (body: readonly Statement[]): boolean =>
      body.some(
        (one) =>
          (one.kind === 'try' && one.finally.some((inner) => inner.range.start <= range.start && inner.range.end >= range.end)) || bodiesOf(one).some(holds),
      );
    return (project.module(path)?.functions ?? []).some((fn) => holds(fn.body));
  });
}

/** An assertion is gone where the code runs optimised. */
export function standsInAssertion(project: Project, { path, range }: Place): boolean {
  const holds = (body: readonly Statement[]): boolean =>
    body.some((one) => (one.kind === 'assert' && one.test.range.start <= range.start && one.test.range.end >= range.end) || bodiesOf(one).some(holds));
  return (project.module(path)?.functions ?? []).some((fn) => holds(fn.body));
}

/** `if (test) response.status(401).send()`, after which the function goes on. */
export function answersAndStays(project: Project, { path, range }: Place): boolean {
  const stays = (body: readonly Statement[]): boolean =>
    body.some(
      (one) =>
        (one.kind === 'if' && one.test.range.start <= range.start && one.test.range.end >= range.end && one.then.some(answers)) || bodiesOf(one).some(stays),
    );
  return (project.module(path)?.functions ?? []).some((fn) => stays(fn.body));
}

/** `if (app.debug) return str(error)`: it stands below a condition of this kind. */
export function isUnderTest(project: Project, { path, range }: Place, isMeant: (test: Expr) => boolean): boolean {
  const holds = (body: readonly Statement[]): boolean =>
    body.some((one) => one.range.start <= range.start && one.range.end >= range.end && ((one.kind === 'if' && isMeant(one.test)) || bodiesOf(one).some(holds)));
  return (project.module(path)?.functions ?? []).some((fn) => holds(fn.body));
}

function answers(statement: Statement): boolean {
  if (statement.kind === 'assign')
    return statement.target.kind === 'place' && statement.target.expr.kind === 'member' && /^status(_?code)?$/i.test(statement.target.expr.property);
  if (statement.kind !== 'evaluate') return false;
  const called = statement.expr.kind === 'await' ? statement.expr.operand : statement.expr;
  return called.kind === 'call' && called.callee.kind === 'member' && /^(status|sendStatus|send|json|end|code|writeHead)$/.test(called.callee.property);
}

export function contains(outer: Place, inner: Place): boolean {
  return outer.path === inner.path && outer.range.start <= inner.range.start && outer.range.end >= inner.range.end;
}
