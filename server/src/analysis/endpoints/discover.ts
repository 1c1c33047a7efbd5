/** Finds the endpoints that a file registers, and what stands in front of them in this and other files. */
import type { FrameworkRow } from '../../knowledge/rows.js';
import type { World } from '../world.js';
import { inControllers } from './controllers.js';
import { byParameters, entryPoints } from './exports.js';
import { inFiles } from './files.js';
import { Finder } from './finder.js';
import type { Endpoint } from './model.js';
import { inProcedures } from './procedures.js';

export function discoverEndpoints(world: World, frameworks: readonly FrameworkRow[], path: string): Endpoint[] {
  const module = world.project.module(path);
  if (!module) return [];
  const finder = new Finder(world, frameworks, path, module);
  const found = [...finder.routed(), ...finder.decorated(), ...inFiles(finder), ...inControllers(finder), ...inProcedures(finder), ...entryPoints(finder)];
  return withSiblings(found.length > 0 ? found : byParameters(finder));
}

function withSiblings(found: readonly Endpoint[]): Endpoint[] {
  return found.map((endpoint) => ({
    ...endpoint,
    siblingMethods: [
      ...new Set(
        found
          .filter((other) => other !== endpoint && other.path === endpoint.path && other.route.path === endpoint.route.path)
          .flatMap((other) => other.methods),
      ),
    ],
  }));
}
