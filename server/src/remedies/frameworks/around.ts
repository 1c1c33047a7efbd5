/** What the files around a route say: the route's own, and those that import it, a few steps up. */
import type { CallExpr, FunctionNode } from '../../ir/model.js';
import type { FileEditor } from '../file-editor.js';
import { moduleName } from '../names.js';
import type { HandlerCode, Repair } from '../repair.js';
import { expressionsOf } from '../walk.js';

export interface CallAround {
  readonly path: string;
  readonly call: CallExpr;
  /** What is called, by its module. */
  readonly name: string;
}

/** The route's file first. */
export function filesAround(repair: Repair, start: string, steps = 4): readonly string[] {
  const seen = [start];
  let latest: readonly string[] = [start];
  for (let step = 0; step < steps && latest.length > 0; step++) {
    latest = latest.flatMap((path) => repair.source.importersOf(path)).filter((path, at, all) => !seen.includes(path) && all.indexOf(path) === at);
    seen.push(...latest);
  }
  return seen;
}

/** Calls of what packages export, anywhere in those files. */
export function callsAround(repair: Repair, handler: HandlerCode, isWanted: (name: string) => boolean, steps?: number): CallAround[] {
  const start = handler.endpoint?.registration?.path ?? handler.editor.path;
  return filesAround(repair, start, steps).flatMap((path): CallAround[] => {
    const module = repair.source.module(path);
    if (module === undefined) return [];
    return expressionsOf(module, module.functions[0] as FunctionNode).flatMap(({ expr }): CallAround[] => {
      const name = expr.kind === 'call' ? moduleName(module, expr.callee) : undefined;
      return expr.kind === 'call' && name !== undefined && isWanted(name) ? [{ path, call: expr, name }] : [];
    });
  });
}

export const isTypeScript = (editor: FileEditor): boolean => /\.[cm]?tsx?$/.test(editor.path);
