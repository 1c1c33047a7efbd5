/** Limiters that a handler asks by hand: `ratelimit.limit(key)`, `limiter.consume(key)`. */
import { limiterPackages, limiterQuestions } from '../../knowledge/bounds.js';
import { chosenBySender } from '../bounds.js';
import { spell } from '../refine.js';
import { isProven } from '../run.js';
import { placeKey } from '../state.js';
import { placeOf } from '../world.js';
import type { Call } from './model.js';

const questions = new Set(limiterQuestions);

export function noteLimiter(call: Call): void {
  const { property, callee, args, run, frame, expr, state } = call;
  if (property === null || !questions.has(property) || callee.name === null || args[0] === undefined || isProven(state)) return;
  const { name } = callee;
  if (!limiterPackages.some((one) => name.startsWith(`${one}.`) || name.startsWith(`${one}(`))) return;
  const chosen = chosenBySender(args[0].value);
  if (chosen === null) return;
  const at = placeOf(frame, args[0].range);
  run.limiterKeys.set(placeKey(at), { at, ...chosen, spelling: spell(expr.callee) });
}
