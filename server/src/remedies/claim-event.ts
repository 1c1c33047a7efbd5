/**
 * The delivery is claimed by the sender's id before its work begins, in one step that only one of several can take; a repeat is
 * answered, and what fails gives the claim back, so that the sender may try again.
 */
import type { Place, RemedyRequest } from '../analysis/finding.js';
import type { Statement } from '../ir/model.js';
import { providerById } from '../knowledge/index.js';
import { call, declare, evaluate, literal, name, not, text, when } from '../languages/draft.js';
import type { Draft, DraftStatement } from '../languages/writer.js';
import { chainOf, refusesWith } from './answers.js';
import { acknowledged } from './claims/acknowledge.js';
import { clientOf, type Nearness, nearnessOf } from './claims/clients.js';
import { claimStores } from './claims/index.js';
import { eventKey } from './claims/key.js';
import { workPlace } from './claims/place.js';
import type { Claiming, ClaimStore, Client, StoreParts } from './claims/store.js';
import { declarePackage } from './declarations.js';
import { decline } from './decline.js';
import { Facts } from './facts.js';
import type { Inside } from './file-editor.js';
import { frameworkWriter } from './frameworks/index.js';
import { contains } from './open-check.js';
import type { Offer, Remedy } from './remedy.js';
import type { EndpointFacts, RemedySource, Repair } from './repair.js';
import { type Check, checkOf, environmentOf, refuseSecondTime } from './verify.js';
import { statementsOf } from './walk.js';

export const claimEvent: Remedy = {
  id: 'claim-event',
  offers(request, _, source) {
    const facts = new Facts(request);
    const endpoint = facts.optionalEndpoint();
    if (!endpoint?.handler || frameworkWriter(endpoint.framework) === undefined) return [];
    const isKeyKnown = idPath(request, endpoint) !== null;
    return storesFor(endpoint.handler.path, source).map(({ store, nearness }): Offer => {
      const isWhole = nearness !== 'none' && store.isPrepared && isKeyKnown;
      return {
        id: `claim-event:${store.id}`,
        title: store.title,
        safety: isWhole ? 'review' : 'sketch',
        ...(nearness === 'client' ? {} : { later: true as const }),
      };
    });
  },
  write(request, offer, _, repair) {
    const store = claimStores.find((one) => `claim-event:${one.id}` === offer) ?? decline('There is no such store.');
    const facts = new Facts(request);
    if (facts.flag('isOpen')) decline('The check in front of this lets deliveries through that it should refuse: repair that first, or anybody can claim.');
    const endpoint = withView(facts.endpoint(), placeLists(request, 'works'), repair);
    const check = checkOf(repair, endpoint);
    refuseSecondTime(check, 'claim event');
    claim(
      check,
      store,
      { works: placeLists(request, 'works'), proofs: placeLists(request, 'proofs').flat() },
      idPath(request, endpoint),
      scopeOf(request, endpoint),
    );
  },
};

/** A decorator's function hands on to the view that it stands on: the view does the work, and it is claimed there. */
function withView(endpoint: EndpointFacts, works: readonly (readonly Place[])[], repair: Repair): EndpointFacts {
  const { handler } = endpoint;
  if (handler === null) return endpoint;
  const { module } = repair.file(handler.path);
  const fn = module.functions[handler.functionId];
  if (fn === undefined || fn.owner === null || fn.owner === 0) return endpoint;
  const sites = works.flat().filter((site) => site.path === handler.path);
  const view = module.functions.find((one) => one.owner === 0 && one.decorators.length > 0 && sites.some((site) => contains(one.bodyRange, site.range)));
  return view ? { ...endpoint, handler: { path: handler.path, functionId: view.id } } : endpoint;
}

interface Near {
  readonly store: ClaimStore;
  readonly nearness: Nearness;
}

/** Those of the project, the nearest first; where it shows none, the usual ones to choose from. */
function storesFor(path: string, source: RemedySource): Near[] {
  const language = source.module(path)?.language;
  const all = claimStores.filter((store) => store.language === language).map((store): Near => ({ store, nearness: nearnessOf(store, path, source) }));
  const near = [...all.filter((one) => one.nearness === 'client'), ...all.filter((one) => one.nearness === 'package')];
  return near.length > 0 ? near : all.filter(({ store }) => store.isUsual);
}

/** Where the sender says which delivery it is; null where that is not known. */
function idPath(request: RemedyRequest, endpoint: EndpointFacts): string | null {
  const known = new Facts(request).text('eventId');
  if (known !== undefined) return known;
  const provider = endpoint.ownProvider ?? (endpoint.provider === null ? undefined : providerById(endpoint.provider));
  return provider?.eventIdPath?.startsWith('header ') ? provider.eventIdPath : null;
}

/** Two endpoints may get the same event, and each has its own work to do with it. */
function scopeOf(request: RemedyRequest, endpoint: EndpointFacts): string {
  const path = new Facts(request).text('path')?.replace(/^\/+|\/+$/g, '');
  return path || endpoint.provider || 'webhook';
}

function placeLists(request: RemedyRequest, fact: string): (readonly Place[])[] {
  const value = request.facts[fact];
  return Array.isArray(value) ? value.map((one) => (Array.isArray(one) ? (one as Place[]) : [one as Place])) : [];
}

function claim(check: Check, store: ClaimStore, order: { works: (readonly Place[])[]; proofs: readonly Place[] }, where: string | null, scope: string): void {
  const { repair, handler } = check;
  const { editor, fn } = handler;
  if (fn.isExpressionBody || fn.isGenerator) decline('The handler is one expression; there is no room for a claim in it.');
  const { first, last, work } = workPlace(repair, handler, order.works, order.proofs);
  const { value, before } = eventKey(check, where ?? 'body.id', first.range);
  const functions = claimFunctions(check, store);
  if (functions.isAsync) mayBecomeAsync(check);
  const local = editor.local('claim', 'event claim');
  const called = (fnName: string): Draft => {
    const made = call(name(fnName), name(local));
    return functions.isAsync ? { kind: 'await', operand: made } : made;
  };
  const release = evaluate(called(functions.release));
  editor.surround(first.range, last.range, changesIn(work, release, functions.isAsync), (kept) => [
    ...before,
    declare(local, text(literal(`${scope}:`), value)),
    when(not(called(functions.claim)), acknowledged(check)),
    { kind: 'try', body: [kept], handlers: [editor.idioms.raisedAgain([release], (words) => editor.local(words, 'failure'))] },
  ]);
}

interface ClaimFunctions {
  readonly claim: string;
  readonly release: string;
  readonly isAsync: boolean;
}

/** Two functions of the file; those that an earlier repair has written are used again. */
function claimFunctions(check: Check, store: ClaimStore): ClaimFunctions {
  const { editor } = check.handler;
  const parts: StoreParts = { repair: check.repair, editor, setting: (variable) => environmentOf(check, variable) };
  const known = clientOf(store, editor.path, check.repair.source);
  const client = known ?? freshClient(store, parts);
  if (known === undefined) declarePackage(check.repair, editor.path, store.packages[0]);
  const written: Claiming = store.write({ ...parts, client });
  const { isAsync } = written;
  const params = [{ name: 'key', type: 'text' as const }];
  const claim = editor.helper('claim event', (local) => ({
    name: local,
    params,
    result: 'flag',
    isAsync,
    body: written.claim,
    ...(written.comment ? { comment: written.comment } : {}),
  }));
  const release = editor.helper('release event', (local) => ({
    name: local,
    params,
    ...(isAsync ? { result: { code: 'void' } as const } : {}),
    isAsync,
    body: written.release,
  }));
  return { claim, release, isAsync };
}

function freshClient(store: ClaimStore, parts: StoreParts): Client {
  if (store.fresh === undefined) decline('No client of this store is in reach of the handler.');
  return { value: store.fresh(parts), statement: null, name: '' };
}

/** Where nobody waits for an asynchronous handler, what it raises ends the process. */
function mayBecomeAsync({ repair, handler }: Check): void {
  const { editor, fn, endpoint } = handler;
  if (fn.isAsync) return;
  const manifest = repair.source.text('package.json') ?? '';
  if (endpoint?.framework === 'express' && /"express"\s*:\s*"[^"\d]*4\b/.test(manifest))
    decline('Express 4 does not wait for an asynchronous handler; this one would become one.');
  editor.makeAsync(fn);
}

/** What refuses the delivery gives the claim back; what is returned before it is done is waited for. */
function changesIn(work: readonly Statement[], release: DraftStatement, isAsync: boolean): Inside[] {
  return statementsOf(work).flatMap((statement): Inside[] => {
    if (isRefusal(statement)) return [{ statement: statement.range, drafts: [release] }];
    if (!isAsync || statement.kind !== 'return' || statement.value?.kind !== 'call') return [];
    const { root } = chainOf(statement.value);
    if (root !== null && /^(?:res|response|reply|c|ctx|context|h|Response|NextResponse|json|String|Number|Object)$/.test(root)) return [];
    const at = statement.value.range.start;
    return [{ range: { start: at, end: at }, text: 'await ' }];
  });
}

function isRefusal(statement: Statement): boolean {
  if (statement.kind === 'return') return statement.value !== null && refusesWith(statement.value);
  if (statement.kind === 'assign')
    return (
      statement.target.kind === 'place' &&
      statement.target.expr.kind === 'member' &&
      statement.target.expr.property === 'status' &&
      statement.value !== null &&
      refusesWith(statement.value)
    );
  if (statement.kind !== 'evaluate' || statement.expr.kind !== 'call') return false;
  const { root, words } = chainOf(statement.expr);
  if (root === 'next') return words.length === 0 && statement.expr.args.length > 0;
  return root !== null && /^(?:res|response|reply)$/.test(root) && refusesWith(statement.expr);
}
