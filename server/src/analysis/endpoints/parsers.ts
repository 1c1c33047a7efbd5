/** Parsers that an application puts in the place of the framework's: do they hand on the exact bytes? */
import type { Expr } from '../../ir/model.js';
import type { RouterRow } from '../../knowledge/rows.js';
import { argumentAt } from '../read.js';
import type { Argument, Callable } from '../value.js';
import type { World } from '../world.js';
import { expressionsIn, functionsWithin } from './walk.js';

export function keepsExactly(world: World, parser: NonNullable<RouterRow['rawParsers']>[number], args: readonly Argument[]): boolean {
  if (parser.option === undefined) return true;
  if (!parser.values?.includes(String(argumentAt(args, parser.option)?.literal))) return false;
  // A kind of JSON that nobody delivers has a parser of its own.
  if (args.some((one) => typeof one.value.literal === 'string' && one.value.literal.endsWith('+json'))) return false;
  const own = args[args.length - 1]?.value.callable;
  return !own || !handsOnParsed(world, own);
}

/** `(request, body, done) => done(null, JSON.parse(body))`. */
function handsOnParsed(world: World, parser: Callable): boolean {
  const module = world.project.module(parser.path);
  const fn = module?.functions[parser.functionId];
  const done = fn?.params[2]?.pattern;
  if (!module || !fn || done?.kind !== 'bind') return false;
  const handed: Expr[] = [];
  for (const inner of functionsWithin(module, fn))
    for (const expr of expressionsIn(inner))
      if (expr.kind === 'call' && expr.callee.kind === 'name' && expr.callee.name === done.name && expr.args[1]) handed.push(expr.args[1].value);
  return handed.length > 0 && handed.every((expr) => isParsed(world, parser, expr));
}

function isParsed(world: World, parser: Callable, given: Expr): boolean {
  const module = world.project.module(parser.path);
  if (!module) return false;
  const { expr } = world.definition(given, { path: parser.path, module, self: null, stack: [] });
  return expr.kind === 'call' && expr.callee.kind === 'member' && expr.callee.property === 'parse';
}
