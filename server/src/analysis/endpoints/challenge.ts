/** Handshakes: many senders ask an address to answer a text before they deliver to it, which proves nothing about what is delivered. */
import type { Expr } from '../../ir/model.js';
import type { World } from '../world.js';
import { reachable } from './evidence.js';
import type { Endpoint } from './model.js';
import { expressionsIn } from './walk.js';

/** Fields and kinds of such a question, as the senders write them. */
const asked =
  /^(hub[._]challenge|crc_token|challenge_?code|bt_challenge|validation_?token|x-okta-verification-challenge|challenge|plain_?token|url_verification|endpoint\.url_validation|webhook_callback_verification|echostr|x-hook-secret|intent_?to_?receive)$/i;

/** The handler, or another of the same address, answers the sender's handshake. */
export function answersChallenge(world: World, endpoint: Endpoint, others: readonly Endpoint[]): boolean {
  return [endpoint, ...others.filter((one) => one !== endpoint && one.path !== null && one.path === endpoint.path)].some((one) =>
    reachable(world, one).some(({ node }) => expressionsIn(node).some(isAsked)),
  );
}

function isAsked(expr: Expr): boolean {
  if (expr.kind === 'member') return asked.test(expr.property);
  return expr.kind === 'literal' && typeof expr.value === 'string' && asked.test(expr.value);
}
