/** Exceptions in answers that are worth telling: nobody expected them, and they speak of what is inside. */
import type { AnalysedEndpoint } from './analyse.js';
import type { Project } from './project.js';
import { type Leak, mentionsFlag } from './shown.js';
import { isUnderTest } from './standing.js';
import type { Callable } from './value.js';
import type { World } from './world.js';

export type LeakToTell = Leak & { readonly what: Exclude<Leak['what'], 'text'> };

export function leaksOf(project: Project, { endpoint, evaluated }: AnalysedEndpoint): LeakToTell[] {
  const answering = [endpoint.handler.callable, evaluated.handler, ...endpoint.stages.map((stage) => stage.value.callable)].filter((one) => one !== null);
  return [...evaluated.run.shown.leaks.values()].filter(
    (leak): leak is LeakToTell =>
      leak.what !== 'text' &&
      (leak.what !== 'object' || leak.isHanded) &&
      isInside(leak) &&
      (leak.returnedBy === null || answers(evaluated.run.world, leak.returnedBy, answering)) &&
      !isUnderTest(project, leak.at, mentionsFlag),
  );
}

/** What a verifier or a schema says of a delivery may be told to its sender. */
function isInside({ handler, status, what }: Leak): boolean {
  if (handler === null) return what === 'stack';
  const isRefusal = status !== null && status >= 400 && status < 500;
  return handler.acts || (handler.uses && !isRefusal) || what === 'stack';
}

/** The handler itself, or a function that a stage in front of it has made. */
function answers(world: World, key: string, answering: readonly Callable[]): boolean {
  const [path = '', id] = key.split('#');
  for (let at: number | null | undefined = Number(id); at !== null && at !== undefined && at !== 0; at = world.functionAt(path, at)?.owner)
    if (answering.some((one) => one.path === path && one.functionId === at)) return true;
  return false;
}
