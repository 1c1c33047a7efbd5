/** Who is logged in is asked where people come; a sender of deliveries has no session. */
import type { Expr, FunctionNode, Statement } from '../../ir/model.js';
import { bodiesOf } from '../../ir/parts.js';
import type { Callable } from '../value.js';
import type { World } from '../world.js';
import type { Endpoint } from './model.js';
import { callsInFunction, expressionsIn } from './walk.js';

/** The endpoint has a stage for people in front of it, or its own code asks for them. */
export function isForPeople(world: World, endpoint: Endpoint, own: readonly FunctionNode[]): boolean {
  return (
    endpoint.stages.some(
      ({ expr, value }) => forPeople.test(expr === null ? (value.name ?? '') : lastName(expr)) && (value.callable === null || mayRefuse(world, value.callable)),
    ) || own.some((fn) => expressionsIn(fn).some(asksForPerson))
  );
}

/** `g.user = None`: what calls nothing, raises nothing and returns nothing lets everybody through, whatever it is called. */
function mayRefuse(world: World, { path, functionId }: Callable): boolean {
  const fn = world.functionAt(path, functionId);
  return fn === undefined || callsInFunction(fn).length > 0 || refusesIn(fn.body);
}

function refusesIn(body: readonly Statement[]): boolean {
  return body.some((one) => one.kind === 'raise' || (one.kind === 'return' && one.value !== null) || bodiesOf(one).some(refusesIn));
}

const forPeople =
  /login|logged_?in|superuser|admin|_2fa|2fa$|mfa|(require|ensure|with|is|check|need)_?(session|user|staff|member|auth(enticated)?$)|(session|user|roles?|permissions?|member)_?(guard|required|only)|(authenticated|protected|private)_?procedure|authenticated(user|request)/i;

/** A session alone may be that of a store. */
const asking =
  /^(unstable_)?(get|require|ensure|load|read|validate)_?(server|api|auth|server_?auth|iron|current|user)_?session$|^(get|require|ensure|validate)Session$|^(get_?)?(current|logged_?in|session|auth)_?user$|^(require|ensure)_?(user|admin|member|permission|role|login|team_?access)|^throwIfNo\w*Access$|^login_required$/i;

const holders = /^(req|request|g|locals|ctx|context|session|auth)$/;

function asksForPerson(expr: Expr): boolean {
  switch (expr.kind) {
    case 'call':
      return asking.test(lastName(expr.callee));
    case 'name':
      return expr.name === 'current_user';
    case 'member':
      return (expr.property === 'user' || expr.property === 'session') && holders.test(lastName(expr.object));
    default:
      return false;
  }
}

function lastName(expr: Expr): string {
  if (expr.kind === 'call') return lastName(expr.callee);
  return expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : '';
}
