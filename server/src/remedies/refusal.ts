/** How the function at hand says no: a handler answers, a helper returns false, raises or aborts, as it does elsewhere. */
import type { Expr, FunctionNode, Module } from '../ir/model.js';
import { call, evaluate, giveBack, imported, literal, raise } from '../languages/draft.js';
import type { DraftStatement } from '../languages/writer.js';
import { decline } from './decline.js';
import type { FileEditor } from './file-editor.js';
import type { FrameworkWriter } from './frameworks/framework.js';
import { frameworkWriter } from './frameworks/index.js';
import { importsPackage } from './names.js';
import type { EndpointFacts } from './repair.js';
import { expressionsOf, statementsOf } from './walk.js';

export function refusal(editor: FileEditor, fn: FunctionNode, endpoint: EndpointFacts | undefined, status: number, message: string): DraftStatement[] {
  const isHandler = endpoint?.handler?.path === editor.path && endpoint.handler.functionId === fn.id;
  if (!isHandler && answersYesOrNo(fn)) return [giveBack(literal(false))];
  const framework = frameworkOf(editor, endpoint, fn);
  if (framework && (isHandler || answersRequests(framework.ids, editor.module, fn)))
    return framework.refuse({ editor, fn, endpoint: endpoint ?? null }, status, message);
  const reader = framework?.answersBy === 'call' ? bodyReader(editor.module, fn) : undefined;
  if (framework && reader) return framework.refuse({ editor, fn: reader, endpoint: endpoint ?? null }, status, message);
  if (statementsOf(fn.body).some((statement) => statement.kind === 'raise')) return [raise(editor.idioms.failure(message))];
  if (framework?.ids.includes('flask')) return [evaluate(call(imported('flask', 'abort'), literal(status)))];
  return decline('How this function refuses cannot be told from its code.');
}

/** What answers here: the endpoint's framework, or the one that the file imports. */
export function frameworkOf(editor: FileEditor, endpoint: EndpointFacts | undefined, fn: FunctionNode): FrameworkWriter | undefined {
  const handler = endpoint?.handler?.path === editor.path ? editor.module.functions[endpoint.handler.functionId] : undefined;
  return frameworkWriter(endpoint?.framework ?? guessedFramework(editor.module) ?? '', { module: editor.module, fn: handler ?? fn });
}

/** Every return of the function that says something says a truth value. */
export function answersYesOrNo(fn: FunctionNode): boolean {
  const values = statementsOf(fn.body).flatMap((statement) => (statement.kind === 'return' && statement.value ? [statement.value] : []));
  return values.some((value) => value.kind === 'literal' && typeof value.value === 'boolean') || (values.length > 0 && values.every(isTruthValue));
}

const TRUTH = new Set(['compare_digest', 'timingSafeEqual', 'verify', 'includes', 'startsWith', 'is_valid_request']);

function isTruthValue(expr: Expr): boolean {
  if (expr.kind === 'await') return isTruthValue(expr.operand);
  if (expr.kind === 'logical') return isTruthValue(expr.right);
  if (expr.kind === 'unary') return expr.op === 'not';
  if (expr.kind === 'binary') return ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'instanceof'].includes(expr.op);
  const called = expr.kind !== 'call' ? null : expr.callee.kind === 'member' ? expr.callee.property : expr.callee.kind === 'name' ? expr.callee.name : null;
  return called !== null && TRUTH.has(called);
}

/** Middleware, decorators' inner functions and hooks answer requests as handlers do. */
function answersRequests(frameworks: readonly string[], module: Module, fn: FunctionNode): boolean {
  if (frameworks.includes('express'))
    return fn.params.length >= 2 && ['res', 'response', '_res', 'reply'].includes(fn.params[1]?.pattern.kind === 'bind' ? fn.params[1].pattern.name : '');
  if (frameworks.includes('hono') || frameworks.includes('koa'))
    return fn.params.length >= 1 && /^(?:c|ctx|context)$/.test(fn.params[0]?.pattern.kind === 'bind' ? fn.params[0].pattern.name : '');
  if (frameworks.includes('fastify')) return fn.params.length >= 2;
  if (frameworks.includes('flask'))
    return (
      isHook(fn) ||
      (fn.owner !== null && fn.owner !== 0 && module.functions[fn.owner]?.form !== 'class-body') ||
      statementsOf(fn.body).some((statement) => statement.kind === 'return' && statement.value?.kind === 'list')
    );
  if (frameworks.includes('next-app')) return /^(?:POST|GET|PUT|PATCH|DELETE)$/.test(fn.name ?? '');
  return false;
}

/** The handler whose `req.on('end', ...)` the function is: there the body is whole, and there it is answered. */
function bodyReader(module: Module, fn: FunctionNode): FunctionNode | undefined {
  const owner = fn.owner === null ? undefined : module.functions[fn.owner];
  if (owner === undefined || owner.form === 'module') return undefined;
  const isWaiting = expressionsOf(module, owner).some(
    ({ expr }) =>
      expr.kind === 'call' &&
      expr.callee.kind === 'member' &&
      /^(?:on|once)$/.test(expr.callee.property) &&
      expr.args[0]?.value.kind === 'literal' &&
      expr.args[0].value.value === 'end' &&
      expr.args.some(({ value }) => value.kind === 'function' && value.functionId === fn.id),
  );
  return isWaiting ? owner : undefined;
}

function isHook(fn: FunctionNode): boolean {
  return fn.decorators.some((decorator) => {
    const named = decorator.kind === 'call' ? decorator.callee : decorator;
    return named.kind === 'member' && /^(?:before_(?:app_)?request|route|get|post|put|patch|delete)$/.test(named.property);
  });
}

function guessedFramework(module: Module): string | undefined {
  const known: readonly [string, string][] = [
    ['flask', 'flask'],
    ['express', 'express'],
    ['next', 'next-app'],
    ['hono', 'hono'],
    ['fastify', 'fastify'],
    ['koa', 'koa'],
    ['@nestjs/common', 'nestjs'],
  ];
  return known.find(([pack]) => importsPackage(module, pack))?.[1];
}
