/**
 * Keys that the sender brings along: a certificate or a key set that is fetched from an address which stands in the delivery. Whoever
 * chooses the address chooses the key, unless somebody looks at the address first; any look at it is taken for one that holds.
 */

import type { Expr } from '../../ir/model.js';
import { calledName } from '../../ir/parts.js';
import { expressionsIn } from '../endpoints/walk.js';
import { read } from '../read.js';
import { spell } from '../refine.js';
import { deepTraits, HEADER, PARSED, PAYLOAD, QUERY, RAW } from '../value.js';
import { isHostKnown } from './effects.js';
import type { Call } from './model.js';

/** The host that a call asks is the sender's choice, and no function on the way has looked at it. */
export function asksChosenHost(call: Call, address: Expr | undefined): boolean {
  if (address === undefined) return false;
  const held = read(call.run, address, call.frame, call.state);
  if ((deepTraits(held) & (HEADER | PAYLOAD | QUERY | PARSED | RAW)) === 0 || isHostKnown(call, address)) return false;
  return !call.frame.stack.some((key) => looksAtHosts(call, key));
}

function looksAtHosts(call: Call, key: string): boolean {
  const [path = '', id] = key.split('#');
  const fn = call.run.world.functionAt(path, Number(id));
  return fn !== undefined && expressionsIn(fn).some(isLookAtHost);
}

function isLookAtHost(expr: Expr): boolean {
  if (expr.kind === 'name') return /^(hostname|host|netloc|origin)$/.test(expr.name);
  if (expr.kind === 'member') return /^(hostname|host|netloc|origin)$/.test(expr.property);
  if (expr.kind === 'binary') return expr.op === 'in' || expr.op === 'not in' || /==|!=/.test(expr.op) ? [expr.left, expr.right].some(isAddress) : false;
  if (expr.kind !== 'call') return false;
  const name = calledName(expr.callee);
  const isAsked = [...expr.args.map((one) => one.value), ...(expr.callee.kind === 'member' ? [expr.callee.object] : [])].some(isAddress);
  return (
    isAsked &&
    /^(startswith|endswith|startsWith|endsWith|test|match|fullmatch|includes|has|exec)$|allow|trust|pinned|valid|check|assert|ensure|safe|^is/i.test(name)
  );
}

/** `message.SigningCertURL`, `cert_url`, `request.headers["PAYPAL-CERT-URL"]`. */
function isAddress(expr: Expr): boolean {
  return /url|uri|cert|jku|x5u/i.test(spell(expr));
}
