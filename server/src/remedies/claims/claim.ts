/** What the repairs that claim have in common: the stores to choose from, the two functions, the work between them. */
import type { RemedyRequest } from '../../analysis/finding.js';
import type { Statement } from '../../ir/model.js';
import { providerById } from '../../knowledge/index.js';
import { call, evaluate, name, quoteRange } from '../../languages/draft.js';
import type { Draft, DraftStatement } from '../../languages/writer.js';
import { chainOf } from '../answers.js';
import { declarePackage } from '../declarations.js';
import { decline } from '../decline.js';
import { Facts } from '../facts.js';
import type { Inside } from '../file-editor.js';
import { frameworkWriter } from '../frameworks/index.js';
import type { Offer } from '../remedy.js';
import { type EndpointFacts, parameter, type RemedySource } from '../repair.js';
import { type Check, environmentOf } from '../verify.js';
import { statementsOf } from '../walk.js';
import { clientOf, type Nearness, nearnessOf } from './clients.js';
import { claimStores } from './index.js';
import type { WorkPlace } from './place.js';
import { isRefusal } from './refusals.js';
import type { Claiming, ClaimStore, Client, StoreParts } from './store.js';

/** One offer a store, under the remedy's id. */
export function storeOffers(remedy: string, request: RemedyRequest, source: RemedySource, isKeyKnown: boolean): Offer[] {
  const endpoint = new Facts(request).optionalEndpoint();
  if (!endpoint?.handler || frameworkWriter(endpoint.framework) === undefined) return [];
  return storesFor(endpoint.handler.path, source).map(({ store, nearness }): Offer => {
    const isWhole = nearness !== 'none' && store.isPrepared && isKeyKnown;
    return {
      id: `${remedy}:${store.id}`,
      // What the sender calls its deliveries is yours to say then.
      title: isKeyKnown ? store.title : `${store.title} by its \`id\``,
      safety: isWhole ? 'review' : 'sketch',
      ...(nearness === 'client' ? {} : { later: true as const }),
    };
  });
}

export function storeOf(offer: string): ClaimStore {
  return claimStores.find((one) => one.id === offer.split(':')[1]) ?? decline('There is no such store.');
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
export function idPath(request: RemedyRequest, endpoint: EndpointFacts): string | null {
  const known = new Facts(request).text('eventId');
  if (known !== undefined) return known;
  const provider = endpoint.ownProvider ?? (endpoint.provider === null ? undefined : providerById(endpoint.provider));
  return provider?.eventIdPath?.startsWith('header ') ? provider.eventIdPath : null;
}

/** Two endpoints may get the same event, and each has its own work to do with it. */
export function scopeOf(request: RemedyRequest, endpoint: EndpointFacts): string {
  const path = new Facts(request).text('path')?.replace(/^\/+|\/+$/g, '');
  return path || endpoint.provider || 'webhook';
}

/** The functions, and calls of them about the delivery that `local` names. */
export interface Claim {
  readonly taken: Draft;
  readonly release: DraftStatement;
  readonly isAsync: boolean;
}

export function claimOf(check: Check, store: ClaimStore, local: string): Claim {
  const { editor, fn, takenApart } = check.handler;
  if (fn.isExpressionBody || fn.isGenerator) decline('The handler is one expression; there is no room for a claim in it.');
  const functions = claimFunctions(check, store);
  if (takenApart) editor.atStart(fn, [{ kind: 'assign', target: quoteRange(takenApart), declares: true, value: name(parameter(fn, 0)) }]);
  if (functions.isAsync) mayBecomeAsync(check);
  const called = (fnName: string): Draft => {
    const made = call(name(fnName), name(local));
    return functions.isAsync ? { kind: 'await', operand: made } : made;
  };
  return { taken: called(functions.claim), release: evaluate(called(functions.release)), isAsync: functions.isAsync };
}

/** The work in a `try` whose failure gives the claim back, behind `before`. */
export function surroundWork(
  check: Check,
  { first, last, work }: WorkPlace,
  claim: Claim,
  before: readonly DraftStatement[],
  changes: readonly Inside[] = [],
): void {
  const { editor } = check.handler;
  editor.surround(first.range, last.range, [...changes, ...changesIn(work, claim.release, claim.isAsync)], (kept) => [
    ...before,
    { kind: 'try', body: [kept], handlers: [editor.idioms.raisedAgain([claim.release], (words) => editor.local(words, 'failure'))] },
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
