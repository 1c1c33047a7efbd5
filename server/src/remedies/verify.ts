/** What every check of a delivery has in common: where it stands, the secret, the raw body, the refusals. */
import type { Range, Statement } from '../ir/model.js';
import type { ProviderRow } from '../knowledge/rows.js';
import { declare, name, not, quoteRange, when } from '../languages/draft.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import { declareSetting } from './declarations.js';
import { decline } from './decline.js';
import type { FrameworkWriter, RawBody } from './frameworks/framework.js';
import { frameworkWriter } from './frameworks/index.js';
import { tellsRequestsApart } from './frameworks/place.js';
import { type EndpointFacts, type HandlerCode, handlerOf, parameter, type Repair } from './repair.js';
import { secretVariable } from './secret-names.js';
import { expressionsOf, leaves } from './walk.js';

export interface Check {
  readonly repair: Repair;
  readonly handler: HandlerCode;
  readonly framework: FrameworkWriter;
  header(header: string): Draft;
  refuse(status: number, message: string): DraftStatement[];
}

export function checkOf(repair: Repair, endpoint: EndpointFacts): Check {
  const found = handlerOf(repair, endpoint);
  const framework = frameworkWriter(endpoint.framework, { module: found.editor.module, fn: found.fn });
  if (framework === undefined) decline('Checks are not written for this framework in this language yet.');
  const handler = withWholeParameter(found, framework.whole);
  return {
    repair,
    handler,
    framework,
    header: (header) => framework.header(handler, header),
    refuse: (status, message) => framework.refuse(handler, status, message),
  };
}

/** `({ body }) =>` becomes `(request) =>`, which takes it apart behind the check. */
function withWholeParameter(handler: HandlerCode, whole: string | undefined): HandlerCode {
  const { editor, fn } = handler;
  const [first, ...others] = fn.params;
  if (whole === undefined || first?.pattern.kind !== 'fields') return handler;
  const { range } = first.pattern;
  const local = editor.local(whole);
  editor.change(range, local);
  const pattern = { kind: 'bind', name: local, declares: 'function', binding: null, range } as const;
  return { ...handler, fn: { ...fn, params: [{ ...first, pattern }, ...others] }, takenApart: range };
}

/** Whether a check with the raw body can be written for the endpoint at all; for offers, which compute nothing. */
export function canVerify(endpoint: EndpointFacts | undefined): boolean {
  return endpoint !== undefined && endpoint.handler !== null && frameworkWriter(endpoint.framework)?.rawBody !== undefined;
}

export function rawBodyOf(repair: Repair, check: Check): RawBody {
  if (check.framework.rawBody === undefined) decline('How this framework gives the raw body depends on its set-up, which is not changed by us yet.');
  return check.framework.rawBody(repair, check.handler);
}

/** The secret by the name the handler's file has for it already, or read here; without it everything is refused. */
export function secretOf(check: Check, provider: ProviderRow | undefined): { readonly secret: Draft; readonly statements: DraftStatement[] } {
  const { editor } = check.handler;
  const isPublic = provider?.publicKey !== undefined;
  const local = isPublic ? editor.local('public key', 'verification key') : editor.local('secret', 'webhook secret');
  return {
    secret: name(local),
    statements: [
      declare(local, environmentOf(check, secretVariable(provider))),
      when(not(name(local)), check.refuse(500, isPublic ? 'Public key is not configured.' : 'Webhook secret is not configured.')),
    ],
  };
}

/** A setting of the process, from where the framework keeps them. */
export function environmentOf({ repair, handler, framework }: Check, variable: string): Draft {
  declareSetting(repair, handler.editor.path, variable);
  return framework.environment?.(handler, variable) ?? handler.editor.idioms.environment(variable);
}

/** Puts the check in front of everything the handler does with a delivery, or where its bytes are there. */
export function putFirst(check: Check, statements: readonly DraftStatement[], at?: Range): void {
  const { handler } = check;
  const { endpoint, editor, fn, takenApart } = handler;
  if (at) {
    if (takenApart) decline('The handler takes its parameters apart; the check needs them whole.');
    editor.before(at, statements);
    return;
  }
  const methods = endpoint?.methods ?? [];
  const isAssumed = check.framework.anyMethod?.includes(endpoint?.framework ?? '') === true;
  const alsoGet = methods.length > 1 && methods.includes('GET');
  if (!alsoGet || (isAssumed && !tellsRequestsApart(handler))) {
    const parts: DraftStatement[] = takenApart ? [{ kind: 'assign', target: quoteRange(takenApart), declares: true, value: name(parameter(fn, 0)) }] : [];
    editor.atStart(fn, [...statements, ...parts]);
    return;
  }
  if (takenApart) decline('The handler takes its parameters apart; the check needs them whole.');
  // A function that answers GET too: the challenge is no delivery and carries no signature.
  const branch = fn.body.findIndex((statement) => isGetAnswer(handler, statement));
  const standing = fn.body[branch];
  if (standing === undefined) decline('This function answers GET as well, and the check must not stand in front of that; split it by method first.');
  if (fn.body.slice(0, branch).some((statement) => statement.kind !== 'assign')) decline('Something happens here before the request method is told apart.');
  editor.after(standing.range, statements);
}

/** `if (method is GET) return ...`, or `if (method is not POST) return ...` */
function isGetAnswer(handler: HandlerCode, statement: Statement): boolean {
  if (statement.kind !== 'if' || statement.otherwise.length > 0 || !leaves(statement.then)) return false;
  const { test } = statement;
  const method = test.kind !== 'binary' ? undefined : test.op === '==' ? 'GET' : test.op === '!=' ? 'POST' : undefined;
  const asksMethod = test.kind === 'binary' && [test.left, test.right].some((side) => side.kind === 'member' && /^(?:method|httpMethod)$/.test(side.property));
  return asksMethod && [test.left, test.right].some((side) => side.kind === 'literal' && side.value === method) && handler.fn.body.includes(statement);
}

/** A handler that calls the function already has its check. */
export function refuseSecondTime(check: Check, helper: string): void {
  const { editor, fn } = check.handler;
  const present = expressionsOf(editor.module, fn).some(
    ({ expr }) => expr.kind === 'call' && expr.callee.kind === 'name' && expr.callee.name === editor.writer.casing(helper),
  );
  if (present) decline('The handler has this check already.');
}
