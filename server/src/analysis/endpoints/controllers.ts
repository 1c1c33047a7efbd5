/** Endpoints that are methods of classes: controllers and class-based views. */
import type { Expr, Range } from '../../ir/model.js';
import type { ControllerRow, FrameworkRow, RouterRow } from '../../knowledge/rows.js';
import { TRUE, value } from '../value.js';
import { type Finder, textAt, textOf } from './finder.js';
import type { Endpoint, Stage } from './model.js';
import { decoratorStages, joinPaths, stagesBefore } from './stages.js';
import { callsIn } from './walk.js';

export function inControllers(finder: Finder): Endpoint[] {
  const found: Endpoint[] = [];
  for (const framework of finder.frameworks) for (const row of framework.controllers ?? []) found.push(...controllersOf(finder, framework, row));
  return found;
}

export function controllersOf(finder: Finder, framework: FrameworkRow, row: ControllerRow): Endpoint[] {
  const found: Endpoint[] = [];
  for (const node of finder.module.classes) {
    const marked = node.decorators.find((one) => row.decorators?.includes(finder.read(one).name ?? ''));
    const isBased = node.bases.some((one) => row.bases?.includes(finder.read(one).name ?? ''));
    if (!marked && !isBased) continue;
    const prefix = marked?.kind === 'call' && marked.args[0] ? (textOf(finder.read(marked.args[0].value)) ?? '') : '';
    const instance = value({ instance: { path: finder.path, classId: node.id, fields: null }, truth: TRUE });
    const classStages = guardStages(finder, node.decorators, row);
    for (const id of node.methods) {
      const fn = finder.module.functions[id];
      if (!fn) continue;
      const handler = value({ callable: { path: finder.path, functionId: id, captured: null, self: instance, special: null }, truth: TRUE });
      const common = {
        framework,
        handler,
        name: `${node.name ?? ''}.${fn.name ?? ''}`,
        attachedLate: [],
        registration: null,
        siblingMethods: [],
        keepsBytes: false,
        handlerExpr: null,
      };
      const byName = fn.name === null ? undefined : row.methodNames?.[fn.name];
      if (isBased && byName) {
        const registration = viewRegistration(finder, node.name, framework, row);
        const stages = registration?.router
          ? stagesBefore(finder, registration.framework, registration.router, registration.identity, registration.at.start, finder.path, new Set(), null).before
          : [];
        found.push({
          ...common,
          methods: byName,
          path: registration?.path ?? null,
          route: finder.place(fn.nameRange),
          params: [],
          injected: null,
          stages: [
            ...stages,
            ...decoratorStages(finder, [
              ...listed(node.fields.find((field) => field.name === row.decoratorField || field.name === 'method_decorators')?.value),
              ...fn.decorators,
            ]),
          ],
        });
        continue;
      }
      for (const decorator of fn.decorators) {
        const methods = row.routeDecorators?.[finder.read(decorator).name ?? ''];
        if (!methods || decorator.kind !== 'call') continue;
        const own = decorator.args[0] ? (textOf(finder.read(decorator.args[0].value)) ?? '') : '';
        const injected = fn.params.map((param) => {
          for (const one of param.decorators) {
            const type = row.paramDecorators?.[finder.read(one).name ?? ''];
            if (type) {
              const key = one.kind === 'call' && one.args[0] ? textOf(finder.read(one.args[0].value)) : null;
              return key === null ? type : `${type}.${key}`;
            }
          }
          return null;
        });
        found.push({
          ...common,
          methods,
          path: joinPaths(prefix, own),
          route: finder.place(decorator.range),
          params: null,
          injected,
          stages: [...classStages, ...guardStages(finder, fn.decorators, row)],
        });
      }
    }
  }
  return found;
}

export function viewRegistration(
  finder: Finder,
  className: string | null,
  framework: FrameworkRow,
  row: ControllerRow,
): { path: string | null; framework: FrameworkRow; router: RouterRow; identity: string | null; at: Range } | null {
  if (className === null) return null;
  for (const call of callsIn(finder.module)) {
    const mentions = call.args.some(
      (argument) =>
        argument.value.kind === 'call' &&
        argument.value.callee.kind === 'member' &&
        argument.value.callee.property === 'as_view' &&
        argument.value.callee.object.kind === 'name' &&
        argument.value.callee.object.name === className,
    );
    if (mentions) {
      const registered = finder.routeCall(call);
      if (registered)
        return {
          path: textAt(finder.read.bind(finder), call, 0),
          framework: registered.framework,
          router: registered.router,
          identity: registered.identity,
          at: call.range,
        };
    }
    if (
      call.callee.kind === 'member' &&
      row.registeredBy?.includes(call.callee.property) &&
      call.args[0]?.value.kind === 'name' &&
      call.args[0].value.name === className
    ) {
      const router = framework.routers?.[0];
      if (router) return { path: textAt(finder.read.bind(finder), call, 1), framework, router, identity: null, at: call.range };
    }
  }
  return null;
}

export function guardStages(finder: Finder, decorators: readonly Expr[], row: ControllerRow): Stage[] {
  const stages: Stage[] = [];
  for (const decorator of decorators) {
    if (decorator.kind !== 'call') continue;
    const spec = row.guardDecorators?.[finder.read(decorator).name ?? ''];
    if (!spec) {
      // A decorator of the project may bundle others: `applyDecorators(UseGuards(X))`.
      continue;
    }
    for (const argument of decorator.args) {
      const held = finder.read(argument.value);
      const ref = held.classRef ?? held.instance;
      const self = value({ instance: ref, truth: TRUE });
      const method = ref ? finder.world.instanceMember(ref, self, spec.method) : null;
      stages.push({
        kind: 'before',
        expr: null,
        value: method ?? { ...held, at: finder.place(argument.value.range) },
        passes: spec.passes,
        params: spec.params,
        at: finder.place(argument.value.range),
      });
    }
  }
  return stages;
}

export function listed(expr: Expr | null | undefined): readonly Expr[] {
  return expr?.kind === 'list' ? expr.items : [];
}
