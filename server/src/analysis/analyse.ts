/** Everything the rules ask about one file: its endpoints with their guards, and the verifiers that stand in it by themselves. */

import type { FunctionNode } from '../ir/model.js';
import { insidePaths } from '../knowledge/bounds.js';
import { Conclusions, Meanings, nameOf } from './conclusions.js';
import type { EndpointSummary } from './endpoint-summary.js';
import { valueOfPattern } from './endpoints/by-name.js';
import { answersChallenge } from './endpoints/challenge.js';
import { discoverEndpoints } from './endpoints/discover.js';
import { type Evaluated, evaluateEndpoint, evaluateStage } from './endpoints/evaluate.js';
import { type Evidence, staticMarks, weigh } from './endpoints/evidence.js';
import type { Endpoint } from './endpoints/model.js';
import type { ProviderIndex } from './endpoints/sender.js';
import { expressionsIn } from './endpoints/walk.js';
import type { Place, Step } from './finding.js';
import { type GuardReport, guardReport } from './guards.js';
import { builtIn, type Knowledge } from './knowledge.js';
import { type OrderReport, orderReport } from './order/report.js';
import { printedIn } from './printed.js';
import type { Project } from './project.js';
import { read } from './read.js';
import { Run } from './run.js';
import type { ShownSecret } from './shown.js';
import { freshState } from './state.js';
import { type Attempt, deepTraits, SENT, value } from './value.js';
import { soundsLikeProof } from './words.js';
import { World } from './world.js';

export interface AnalysedEndpoint {
  readonly endpoint: Endpoint;
  readonly evidence: Evidence;
  readonly evaluated: Evaluated;
  readonly guards: GuardReport;
  readonly lateGuards: readonly LateGuard[];
  readonly order: OrderReport;
  /** It answers the sender's handshake and has no check of its own. */
  readonly isHandshakeOnly?: true;
}

/** A guard that was attached after its route. */
export interface LateGuard {
  readonly attempt: Attempt;
  readonly at: Place;
}

export interface FileAnalysis {
  readonly path: string;
  readonly project: Project;
  /** The senders that it knew of. */
  readonly providers: ProviderIndex;
  readonly endpoints: readonly AnalysedEndpoint[];
  /** Those that nothing marks as receivers of deliveries, where the scope takes them in: for rules that make sense for any endpoint. */
  readonly otherEndpoints: readonly AnalysedEndpoint[];
  /** Guard attempts of functions in this file that no endpoint of this file has run. */
  readonly detached: readonly Attempt[];
  /** Routes beside these that promise the inside of the application. */
  readonly insiders: readonly AnalysedEndpoint[];
  /** Secrets that this file prints outside of its endpoints. */
  readonly printed: readonly ShownSecret[];
  readonly summaries: readonly EndpointSummary[];
}

/** Those that rules ask which make sense for any endpoint. */
export function judgedEndpoints({ endpoints, otherEndpoints }: Pick<FileAnalysis, 'endpoints' | 'otherEndpoints'>): readonly AnalysedEndpoint[] {
  return otherEndpoints.length === 0 ? endpoints : [...endpoints, ...otherEndpoints];
}

export function analyseFile(project: Project, path: string, knowledge: Knowledge = builtIn): FileAnalysis {
  const kept = project.conclusionsOf?.(path);
  const world = new World(project, knowledge.rows, kept === undefined ? null : new Meanings(kept, knowledge.rows));
  const reading = { world };
  world.readStatically = (expr, frame) => read(reading, expr, frame, null);
  const endpoints: AnalysedEndpoint[] = [];
  const others: EndpointSummary[] = [];
  const plain: AnalysedEndpoint[] = [];
  const insiders: AnalysedEndpoint[] = [];
  const takesAll = knowledge.scope === 'all-endpoints';
  const discovered = discoverEndpoints(world, knowledge.frameworks, path);
  const conclusions = new Conclusions<AnalysedEndpoint | null>(kept, world, knowledge);
  for (const endpoint of discovered) {
    const isInsider = promisesInside(endpoint);
    if (isReadOnly(endpoint) && !takesAll && !isInsider) continue;
    const { conclusion, isKept } = conclusions.about(nameOf(endpoint), { endpoint, defined: world.defined }, () =>
      judged(world, knowledge, endpoint, takesAll || isInsider),
    );
    if (conclusion === null) {
      others.push(plainSummary(endpoint));
      continue;
    }
    if (isKept) conclusion.evaluated.run.world = world;
    const { guards } = conclusion;
    const challenged =
      guards.challenges.length === 0 && guards.guards.every((one) => one.kind === 'token' || (one.kind === 'comparison' && !one.hash?.keyed))
        ? challengesBeside(world, endpoint, discovered)
        : [];
    const analysed = challenged.length > 0 ? { ...conclusion, guards: { ...guards, challenges: challenged } } : conclusion;
    const isBare = guards.guards.length === 0 && guards.exposed !== null && analysed.evidence.isWebhook;
    if (isBare && answersChallenge(world, endpoint, discovered)) endpoints.push({ ...analysed, isHandshakeOnly: true });
    else if (analysed.evidence.isWebhook) endpoints.push(analysed);
    else {
      if (takesAll && !isCalledOtherwise(analysed)) plain.push(analysed);
      if (isInsider) insiders.push(analysed);
      if (!isReadOnly(endpoint)) others.push(summary(analysed));
    }
  }
  conclusions.close();
  const seen = new Set(endpoints.flatMap((one) => [...one.evaluated.run.attempts.values()].map((attempt) => attempt.at.range.start)));
  return {
    path,
    project,
    providers: knowledge.providers,
    endpoints,
    otherEndpoints: plain,
    insiders: endpoints.length > 0 || takesAll ? insiders : [],
    printed: endpoints.length > 0 || plain.length > 0 ? printedIn(world, path) : [],
    detached: detachedAttempts(world, path, new Set(endpoints.flatMap((one) => [...one.evaluated.run.entered]))).filter(
      (attempt) => !seen.has(attempt.at.range.start),
    ),
    summaries: [...endpoints.map(summary), ...others],
  };
}

/** A function that only its name makes an endpoint, and whose results have nothing of an answer: something else than requests calls it. */
function isCalledOtherwise({ endpoint, evaluated: { exits } }: AnalysedEndpoint): boolean {
  if (endpoint.path !== null) return false;
  const results = exits.filter((exit) => exit.kind === 'return' && exit.value.fields !== null);
  return results.length > 0 && results.every(({ value: { fields } }) => !answerFields.some((name) => fields?.has(name)));
}

const answerFields = ['statusCode', 'status', 'body', 'headers'];

/** Null for an endpoint that nothing marks as a receiver of deliveries; it is not run. */
function judged(world: World, knowledge: Knowledge, endpoint: Endpoint, always: boolean): AnalysedEndpoint | null {
  const marks = staticMarks(world, knowledge.providers, endpoint);
  if (marks.length === 0 && !always) return null;
  const evaluated = evaluateEndpoint(world, endpoint);
  const evidence = weigh(marks, evaluated, knowledge.providers);
  // Who logs in is asked everywhere: what shows only in a run makes no webhook of what is looked at for another reason.
  const isOrdinary = marks.length === 0 || isReadOnly(endpoint);
  return {
    endpoint,
    evidence: isOrdinary ? { ...evidence, isWebhook: false } : evidence,
    evaluated,
    guards: guardReport(evaluated),
    lateGuards: lateGuards(world, endpoint),
    order: orderReport(evaluated),
  };
}

/** `/debug/config`, `/admin/replay` */
function promisesInside({ path }: Endpoint): boolean {
  return (
    path !== null &&
    path
      .toLowerCase()
      .split('/')
      .some((one) => insidePaths.includes(one))
  );
}

function isReadOnly(endpoint: Endpoint): boolean {
  return endpoint.methods.length > 0 && endpoint.methods.every((method) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS');
}

/** The subscription challenge is often a GET route of its own at the same path. */
function challengesBeside(world: World, endpoint: Endpoint, all: readonly Endpoint[]): Attempt[] {
  return all
    .filter((other) => other !== endpoint && other.path === endpoint.path && isReadOnly(other))
    .flatMap((other) => [...evaluateEndpoint(world, other).run.attempts.values()].filter((attempt) => attempt.kind === 'challenge'));
}

function lateGuards(world: World, endpoint: Endpoint): LateGuard[] {
  return endpoint.attachedLate.flatMap((stage) => {
    const attempt = [...evaluateStage(world, endpoint, stage).attempts.values()].find((one) => one.proofs.length > 0 && one.kind !== 'claim');
    return attempt ? [{ attempt, at: stage.at }] : [];
  });
}

/** A verifier is judged where it stands, whoever calls it: parameters are taken for what they are called. */
function detachedAttempts(world: World, path: string, entered: ReadonlySet<string>): Attempt[] {
  const module = world.project.module(path);
  if (!module) return [];
  const found: Attempt[] = [];
  for (const fn of module.functions) {
    if (fn.form === 'module' || entered.has(`${path}#${fn.id}`) || !makesMac(fn)) continue;
    const run = new Run(world, 3_000);
    const self = fn.classId === null ? null : value({ instance: { path, classId: fn.classId, fields: null } });
    const takesSelf = fn.params[0]?.pattern.kind === 'bind' && fn.params[0].pattern.name === 'self' ? 1 : 0;
    const args = fn.params.slice(takesSelf).map((param) => ({ name: null, spread: null, value: valueOfPattern(param.pattern, true), range: param.range }));
    run.call({ path, functionId: fn.id, captured: null, self, special: null }, args, null, freshState());
    const namesProof = [...run.attempts.values()].some(({ kind }) => kind === 'comparison') && namesProofHeader(fn);
    found.push(...[...run.attempts.values()].filter((attempt) => attempt.kind !== 'comparison' || namesProof || meetsWhatWasSent(attempt)));
  }
  return found.filter((attempt) => attempt.at.path === path);
}

/** A header that carries a proof is written out: whoever sent it is asked for it here. */
function namesProofHeader(fn: FunctionNode): boolean {
  return expressionsIn(fn).some((expr) => expr.kind === 'literal' && typeof expr.value === 'string' && expr.value.includes('-') && soundsLikeProof(expr.value));
}

/** Without a caller, a MAC may be compared with anything: only what is called like a proof is taken for one. */
function meetsWhatWasSent({ left, right, spelling }: Attempt): boolean {
  return [left, right].some((one) => one !== null && one.value.hash === null && (deepTraits(one.value) & SENT) !== 0) || soundsLikeProof(spelling);
}

const macMakers = new WeakMap<FunctionNode, boolean>();

function makesMac(fn: FunctionNode): boolean {
  let makes = macMakers.get(fn);
  if (makes === undefined) {
    makes = speaksOfMac(fn);
    macMakers.set(fn, makes);
  }
  return makes;
}

function speaksOfMac(fn: FunctionNode): boolean {
  for (const expr of expressionsIn(fn))
    if (expr.kind === 'name' ? /hmac|hexdigest|digest/i.test(expr.name) : expr.kind === 'member' && /hmac|hexdigest|digest|^sign$/i.test(expr.property))
      return true;
  return false;
}

function summary(analysed: AnalysedEndpoint): EndpointSummary {
  const { endpoint, evidence, evaluated, guards } = analysed;
  return {
    framework: endpoint.framework.id,
    methods: endpoint.methods,
    path: endpoint.path,
    at: endpoint.route,
    name: endpoint.name,
    ...(evaluated.handler ? { handler: { path: evaluated.handler.path, functionId: evaluated.handler.functionId } } : {}),
    provider: evidence.provider?.id ?? null,
    ...keySetting(guards),
    webhook: evidence.isWebhook,
    evidence: evidence.marks.map((mark) => mark.says),
    verdict: evidence.isWebhook ? verdictOf(guards) : 'not-a-webhook',
    because: reasons(guards),
  };
}

function keySetting({ guards }: GuardReport): Pick<EndpointSummary, 'keySetting'> {
  const name = guards.map((one) => one.key?.setting?.name).find((one) => one);
  return name ? { keySetting: name } : {};
}

/** An endpoint that nothing marks as a receiver of deliveries; it is not run. */
function plainSummary(endpoint: Endpoint): EndpointSummary {
  return {
    framework: endpoint.framework.id,
    methods: endpoint.methods,
    path: endpoint.path,
    at: endpoint.route,
    name: endpoint.name,
    provider: null,
    webhook: false,
    evidence: [],
    verdict: 'not-a-webhook',
    because: [],
  };
}

function verdictOf({ verdict, late }: GuardReport): EndpointSummary['verdict'] {
  if (verdict === 'verified' && late.length > 0) return 'late';
  return verdict;
}

function reasons(guards: GuardReport): Step[] {
  const steps: Step[] = guards.guards.flatMap((guard) => [
    { message: `${guard.spelling} is a guard (${guard.proofs.join(', ')})`, at: guard.at },
    ...(guard.declaredAt && guard.declaredAt !== guard.at ? [{ message: `${guard.spelling} is declared to verify`, at: guard.declaredAt }] : []),
  ]);
  for (const one of guards.unreadable) steps.push({ message: `${one.spelling} may verify and cannot be read`, at: one.at });
  for (const one of guards.bypasses) steps.push({ message: `${one.subject}: ${one.kind}`, at: one.at });
  for (const { event, attempt } of guards.late) steps.push({ message: `${event.spelling} comes before ${attempt.spelling} has accepted`, at: event.at });
  if (guards.exposed && guards.late.length === 0) steps.push({ message: `${guards.exposed.spelling} is reached without proof`, at: guards.exposed.at });
  return steps;
}
