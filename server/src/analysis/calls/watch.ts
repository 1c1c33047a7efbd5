/** Sees what calls bring to light: in logs, in answers, in exceptions. Told of every call, so that it asks for little. */
import type { Expr } from '../../ir/model.js';
import { answerCalls, answerMembers, answerNames, answerTypes, loggers, logMembers, printers } from '../../knowledge/outlets.js';
import { spell } from '../refine.js';
import type { Outlet } from '../shown.js';
import { CAUGHT, deepTraits, TRUE, value } from '../value.js';
import { placeOf } from '../world.js';
import { type Call, receiverName } from './model.js';

const logging = new Set(logMembers);
const logs = new Set(loggers);
const prints = new Set(printers);
const answering = new Set(answerMembers);
const answers = new Set(answerCalls);
const answersByName = new Set(answerNames);
const acknowledged = value({ truth: TRUE });

/** Where it leads to; null for a call that shows nothing. */
export function watch(call: Call): Outlet | null {
  const { run, args, frame, state, expr } = call;
  const outlet = outletOf(call);
  if (outlet === null) return null;
  if (outlet === 'answer') state.heap.set('#acknowledged', acknowledged);
  if (args.length === 0) return outlet;
  const at = placeOf(frame, expr.range);
  const given: Expr[] = expr.args.map((one) => one.value);
  run.shown.judge(run, outlet, given, at, spell(expr.callee), frame, state);
  if (outlet === 'answer' && run.shown.catches && args.some((one) => deepTraits(one.value) & CAUGHT)) run.shown.answered(run, expr, given, at, frame, state);
  return outlet;
}

function outletOf(call: Call): Outlet | null {
  const { property, callee, expr, run, receiver } = call;
  if (property === null) {
    if (expr.callee.kind === 'name' && prints.has(expr.callee.name)) return 'log';
    if (callee.name !== null && answers.has(callee.name)) return 'answer';
    const called = expr.callee.kind === 'name' ? expr.callee.name : '';
    return /(Error|Exception)$/.test(called) ? 'error' : null;
  }
  if (logging.has(property)) {
    const name = receiverName(call);
    if (logs.has(name) || name.endsWith('logger')) return receiver?.made?.[0]?.value.fields?.has('redact') ? null : 'log';
    if (callee.name !== null && run.world.rows.call(callee.name)?.effect === 'log') return 'log';
  }
  if (callee.name !== null && answers.has(callee.name)) return 'answer';
  if (!answering.has(property)) return property === 'sendStatus' && isAnswer(call) ? 'answer' : null;
  return isAnswer(call) ? 'answer' : null;
}

/** Something that answers by its type, or where nothing tells its type, by what it is called. */
function isAnswer({ receiver, expr }: Call): boolean {
  const name = receiver?.name ?? null;
  if (name !== null && answerTypes.some((type) => name === type || name.startsWith(`${type}.`))) return !name.includes('.req');
  let root: Expr = expr.callee;
  while (root.kind === 'member' || root.kind === 'call') root = root.kind === 'member' ? root.object : root.callee;
  return root.kind === 'name' && answersByName.has(root.name) && (name === null || !/fetch|axios|requests|httpx/.test(name));
}
