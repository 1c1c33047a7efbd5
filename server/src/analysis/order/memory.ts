/** Tables of this process: a `Set`, a `Map`, a dictionary or list that stands outside of every function. */
import type { Expr } from '../../ir/model.js';
import type { Call } from '../calls/model.js';
import type { Value } from '../value.js';
import type { Frame, World } from '../world.js';

export function isMemory({ expr, receiver, run, frame }: Call): boolean {
  return expr.callee.kind === 'member' && receiver !== null && isTable(run.world, expr.callee.object, receiver, frame);
}

const made =
  /(^|\.)(Set|Map|set|dict|list|deque|defaultdict|OrderedDict|LRUCache|TTLCache|LRU|NodeCache|QuickLRU|Counter)\(\)$|^(lru-cache|node-cache)(\.LRUCache)?\(\)$/;

/** What is made anew for every delivery, inside of a function, remembers nothing. */
export function isTable(world: World, expr: Expr, held: Value, frame: Frame): boolean {
  if (expr.kind === 'member') return held.name !== null && made.test(held.name);
  if (expr.kind !== 'name' || expr.binding === null) return false;
  const binding = world.bindingAt(frame.path, expr.binding);
  if (!binding || binding.owner !== 0) return false;
  if (held.name !== null && made.test(held.name)) return true;
  const { expr: meant } = world.definition(expr, frame);
  return (meant.kind === 'record' && meant.entries.length === 0) || (meant.kind === 'list' && meant.items.length === 0);
}
