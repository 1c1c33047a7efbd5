/** Secrets that are printed where no endpoint runs: when the file is loaded, in helpers, at the start of the process. */
import { calledName } from '../ir/parts.js';
import { loggers, logMembers, printers } from '../knowledge/outlets.js';
import { callsIn } from './endpoints/walk.js';
import { read } from './read.js';
import { spell } from './refine.js';
import { type ShownSecret, secretIn } from './shown.js';
import { type Frame, placeOf, type World } from './world.js';

const logging = new Set([...logMembers, ...printers]);
const logs = new Set(loggers);

export function printedIn(world: World, path: string): ShownSecret[] {
  const module = world.project.module(path);
  if (module === undefined) return [];
  const frame: Frame = { path, module, self: null, stack: [] };
  return callsIn(module).flatMap((call) => {
    const { callee } = call;
    const last = calledName(callee);
    if (!logging.has(last) || call.args.length === 0) return [];
    if (callee.kind === 'member') {
      const { object } = callee;
      const name = (object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : '').toLowerCase();
      const isLogger = logs.has(name) || name.endsWith('logger');
      if (!isLogger && world.rows.call(read({ world }, callee, frame, null).name ?? '')?.effect !== 'log') return [];
    }
    return call.args.flatMap(({ value }) => {
      const found = secretIn({ world }, value, frame, null, null, 0);
      if (found === null || (found.kind !== 'secret' && found.kind !== 'environment')) return [];
      return [{ ...found, outlet: 'log' as const, spelling: spell(callee), at: placeOf(frame, call.range) }];
    });
  });
}
