/**
 * Is it a webhook endpoint? Evidence is weighed, kept and shown; no single weak mark is enough.
 *
 * Marks: what the path, the file and the function are called, the headers it reads, the verifiers it calls, what it says about
 * its body. Against it: shapes of things that only look like one (managing one's own outgoing subscriptions, callbacks of a login).
 */
import type { Expr, FunctionNode, Module, Statement } from '../../ir/model.js';
import { bodiesOf, calledName } from '../../ir/parts.js';
import type { ProviderRow } from '../../knowledge/rows.js';
import { covers, declaredVerifier } from '../declared.js';
import { spell } from '../refine.js';
import { type Attempt, deepTraits, HEADER, HEADERS, PARSED, RAW, RE_ENCODED } from '../value.js';
import { soundsLikeGuard, soundsLikeQuestion } from '../words.js';
import type { World } from '../world.js';
import { deploysWith } from './deployment.js';
import type { Evaluated } from './evaluate.js';
import type { Endpoint } from './model.js';
import { isForPeople } from './people.js';
import { areOneFamily, ownFields, type ProviderIndex, senderOf } from './sender.js';
import { expressionsIn, functionsWithin } from './walk.js';

export interface Mark {
  readonly weight: number;
  readonly says: string;
  readonly provider: ProviderRow | null;
  /** The header that is read, in lower case. */
  readonly header?: string;
  /** It stands somewhere in the code that the endpoint may run, which others may run for other paths. */
  readonly isInCode?: true;
}

export interface Evidence {
  readonly marks: readonly Mark[];
  readonly isWebhook: boolean;
  readonly provider: ProviderRow | null;
  /** Whether the provider's own scheme was seen, or its name alone, which stands for all of its schemes. */
  readonly isSchemeSeen: boolean;
}

const enough = 3;

const placesByWord = new WeakMap<ProviderIndex, ReadonlyMap<string, number>>();

/** The first provider that goes by one of the words. */
function providerNamedBy(words: ReadonlySet<string>, providers: ProviderIndex): ProviderRow | undefined {
  let places = placesByWord.get(providers);
  if (places === undefined) {
    const found = new Map<string, number>();
    for (const [place, provider] of providers.all.entries()) for (const word of provider.words) if (!found.has(word)) found.set(word, place);
    places = found;
    placesByWord.set(providers, places);
  }
  let first = Number.POSITIVE_INFINITY;
  for (const word of words) first = Math.min(first, places.get(word) ?? Number.POSITIVE_INFINITY);
  return providers.all[first];
}

/** Marks that can be seen without running anything. A name alone means nothing where people come. */
export function staticMarks(world: World, providers: ProviderIndex, endpoint: Endpoint): Mark[] {
  const reached = reachable(world, endpoint);
  const marks = marksOf(world, providers, endpoint, reached);
  if (marks.length === 0 || marks.some((one) => one.weight >= enough && !isByName(one))) return marks;
  const own = reached.filter((one) => one.path === endpoint.route.path).map((one) => one.node);
  return isForPeople(world, endpoint, own) ? marks.map((one) => ({ ...one, weight: 0, says: `${one.says}, but who is logged in is asked` })) : marks;
}

function isByName({ says }: Mark): boolean {
  return says.includes('names a webhook') || says.includes('names a hook');
}

function marksOf(world: World, providers: ProviderIndex, endpoint: Endpoint, reached: readonly Reached[]): Mark[] {
  const marks: Mark[] = declaredMarks(world, endpoint);
  const route = (endpoint.path ?? '').toLowerCase();
  const file = endpoint.route.path.toLowerCase();
  const name = endpoint.name;
  const segments = route.split(/[/.:_-]+/);
  if (endpoint.framework.isReceiver) marks.push(mark(3, `${endpoint.framework.name} are there to receive deliveries`));
  if (/web_?-?hooks?\b|webhook/.test(route)) marks.push(mark(3, `the path ${endpoint.path} names a webhook`));
  else if (segments.some((one) => /^(hooks?|ipn)$/.test(one))) marks.push(mark(3, `the path ${endpoint.path} names a hook`));
  else if (segments.some((one) => /^(inbound|interactions|interactivity|deliveries)$/.test(one))) marks.push(mark(2, `the path ${endpoint.path} names a hook`));
  else if (
    segments.some((one) => /^(callback|events?|notify|notifications?|push|payload|receive|receiver|incoming|commands?|postback|listener|updates?)$/.test(one))
  )
    marks.push(mark(1, `the path ${endpoint.path} could be a delivery's`));
  if (!/webhook/.test(route) && /web_?-?hook/.test(file.split('/').slice(-3).join('/'))) marks.push(mark(2, 'its file is named after webhooks'));
  else if (/^hooks?\.\w+$/.test(file.split('/').pop() ?? '')) marks.push(mark(1, 'its file is named after hooks'));
  if (/web_?hook/i.test(name)) marks.push(mark(2, `${name} is named after a webhook`));
  else if (/Hooks?(Handler|Receiver|Server|Controller|View|Resource)?\.\w+$/.test(name)) marks.push(mark(2, `${name} is named after a hook`));
  else if (/(^on|^handle|^process|^receive).*(event|hook|notification|delivery|callback|ipn)|_hook$|^hook/i.test(name))
    marks.push(mark(1, `${name} is named like a receiver`));
  else if (/^(process|handle|receive|on)(_?[a-z0-9]+)*_?(response|receipt|report|sms|mms|inbound)s?$/i.test(name))
    marks.push(mark(1, `${name} is named like a receiver`));
  const spoken = /(^|[_-])(callbacks?|receive(rs?)?|inbound|postbacks?|ipn)([_-]|\.\w+$)/.exec(file.split('/').pop() ?? '')?.[2];
  if (spoken !== undefined && !segments.some((one) => one.startsWith(spoken.slice(0, 6)))) marks.push(mark(1, `its file is named after ${spoken}`));
  const deployed = reached.map((one) => deploysWith(one.node)).find((one) => one !== null);
  if (deployed) marks.push(mark(endpoint.path === null || route === '/' ? 3 : 2, `it fetches new code with \`${deployed}\``));
  const words = wordsOf(route, file, name);
  const named = providerNamedBy(words, providers);
  if (named) marks.push({ weight: 1, says: `${named.name} is named in its path`, provider: named });
  if (named && readsField(reached, ownFields(named))) marks.push({ weight: 2, says: `it reads fields that ${named.name} sends`, provider: named });
  const convention = endpoint.framework.functionsTaking ? undefined : conventionImported(world, providers, endpoint);
  if (convention !== undefined) marks.push(mark(1, `its file imports ${convention}, which is there to verify deliveries`));
  const headers = new Set<string>();
  for (const fn of reached) for (const one of marksIn(fn.node, providers, headers)) marks.push({ ...one, isInCode: true });
  if (world.rows.declared !== null) for (const fn of reached) marks.push(...declaredCalls(world, fn));
  // A listener without an address of its own is told by what it does with the body.
  if (endpoint.path === null && endpoint.servedAt === undefined && reached.some((one) => dispatchesOnEvents(one.node)))
    marks.push(mark(3, 'it dispatches on the type of an event'));
  if (marks.length === 0) return marks;
  const clues = { headers, words, packages: packagesOf(world, endpoint), readsField: (fields: ReadonlySet<string>) => readsField(reached, fields) };
  const sender = headers.size > 0 ? senderOf(clues, providers) : null;
  if (sender === null) return distinct(marks);
  const told = marks.map((one) => toldBy(one, sender));
  if (!told.some((one) => one.provider === sender)) told.push({ weight: 0, says: `it reads what ${sender.name} sends`, provider: sender });
  return distinct(told);
}

/** What the user's configuration says is enough by itself. */
function declaredMarks(world: World, endpoint: Endpoint): Mark[] {
  return (world.rows.declared?.webhooks ?? []).flatMap((declared) => {
    const { at, functions, decorators } = declared;
    const name = endpoint.name.split('.').pop() ?? '';
    if (!covers(declared, endpoint) && !functions.has(name) && !decoratorsOf(world, endpoint).some((one) => decorators.has(one))) return [];
    return [mark(enough, `${at.path} says so`)];
  });
}

/** Who calls a verifier of deliveries receives deliveries. */
function declaredCalls(world: World, { path, node }: Reached): Mark[] {
  const module = world.project.module(path);
  if (module === undefined) return [];
  const frame = { path, module, self: null, stack: [] };
  return expressionsIn(node).flatMap((expr) => {
    if (expr.kind !== 'call') return [];
    const declared = declaredVerifier(world, expr.callee, world.readStatically(expr.callee, frame), path);
    return declared?.guard.proves.includes('signature') ? [mark(enough, `it calls ${spell(expr.callee)}, which is declared to verify`)] : [];
  });
}

/** The last names of what decorates a handler and its class. */
function decoratorsOf(world: World, { handler }: Endpoint): string[] {
  const { callable } = handler;
  const fn = callable ? world.functionAt(callable.path, callable.functionId) : undefined;
  const around = callable === null || fn?.classId === null || fn?.classId === undefined ? undefined : world.classNode(callable.path, fn.classId);
  return [...(fn?.decorators ?? []), ...(around?.decorators ?? [])].map(
    (one) =>
      spell(one.kind === 'call' ? one.callee : one)
        .split('.')
        .pop() ?? '',
  );
}

/** A header is the sender's where the sender is known; a word of the path may stand for several, and one that names another names nobody. */
function toldBy(one: Mark, sender: ProviderRow): Mark {
  if (one.header === undefined) {
    if (one.provider === null || one.provider === sender) return one;
    return areOneFamily([one.provider, sender])
      ? { ...one, says: one.says.replace(one.provider.name, sender.name), provider: sender }
      : { ...one, provider: null };
  }
  const isSenders = one.header === sender.signatureHeader || sender.headers.includes(one.header);
  return isSenders ? { ...one, says: `${one.says}, which ${sender.name} sends`, provider: sender } : one;
}

/** Where a platform looks for functions is no word about who calls them: `supabase/functions/`. */
const platformsFolder = /(^|\/)\.?(supabase|netlify|vercel|cloudflare|firebase|appwrite|azure|digitalocean)\/(edge-)?functions(?=\/)/g;

/** Words, and what stands between two slashes or dots as a whole (`ms-teams`). */
function wordsOf(wholeRoute: string, wholeFile: string, name: string): ReadonlySet<string> {
  const [route, file] = [wholeRoute, wholeFile].map((one) => one.replace(platformsFolder, '')) as [string, string];
  return new Set([
    ...route.split(/[/.:_-]+/),
    ...file.split(/[/._-]+/),
    ...`${route}/${file}`.split(/[/.]+/).map((one) => one.replaceAll('_', '-').replace(/-?web-?hooks?-?/, '')),
    ...name.toLowerCase().split(/[^a-z]+|_/),
  ]);
}

function packagesOf(world: World, endpoint: Endpoint): ReadonlySet<string> {
  const { path } = endpoint.route;
  return new Set(world.asked(`packages ${path}`, (project) => packagesIn(project.module(path))).split('\n'));
}

/** A package for nothing but deliveries that follow a convention. */
function conventionImported(world: World, providers: ProviderIndex, endpoint: Endpoint): string | undefined {
  const packages = packagesOf(world, endpoint);
  return packages.size === 0 ? undefined : conventions(providers).find((one) => packages.has(one));
}

const conventionsOf = new WeakMap<ProviderIndex, readonly string[]>();

function conventions(providers: ProviderIndex): readonly string[] {
  let found = conventionsOf.get(providers);
  if (found === undefined) {
    found = providers.all.flatMap((one) => (one.isConvention ? one.packages : []));
    conventionsOf.set(providers, found);
  }
  return found;
}

const packagesByModule = new WeakMap<Module, string>();

/** The packages that a file imports, one a line: as imported, and without what is inside them. */
function packagesIn(module: Module | undefined): string {
  if (module === undefined) return '';
  let packages = packagesByModule.get(module);
  if (packages === undefined) {
    const names = module.bindings.flatMap((binding) => (binding.value?.kind === 'module' ? [binding.value.module] : []));
    const all = names.flatMap((one) => [one, one.split('.')[0] ?? '', one.split('/', one.startsWith('@') ? 2 : 1).join('/')]);
    packages = [...new Set(all.filter((one) => one !== ''))].join('\n');
    packagesByModule.set(module, packages);
  }
  return packages;
}

function readsField(reached: readonly Reached[], fields: ReadonlySet<string>): boolean {
  if (fields.size === 0) return false;
  for (const { node } of reached)
    for (const expr of expressionsIn(node))
      if ((expr.kind === 'member' && fields.has(expr.property)) || (expr.kind === 'literal' && typeof expr.value === 'string' && fields.has(expr.value)))
        return true;
  return false;
}

/** `switch (event.type) { case 'parcel.sent': ... case 'parcel.lost': ... }`, or the same as tests one after the other. */
function dispatchesOnEvents(fn: FunctionNode): boolean {
  const types = new Set<string>();
  const isType = (expr: Expr): boolean =>
    (expr.kind === 'member' && /^(type|event|event_?type|event_?name|topic|action)$/i.test(expr.property)) ||
    (expr.kind === 'name' && /^(event_?type|event_?name|topic)$/i.test(expr.name));
  const add = (expr: Expr): void => {
    if (expr.kind === 'literal' && typeof expr.value === 'string' && /^[a-z][\w-]*([.:/][a-z][\w-]*)+$/i.test(expr.value)) types.add(expr.value);
  };
  for (const expr of expressionsIn(fn))
    if (expr.kind === 'binary' && expr.op === '==') {
      if (isType(expr.left)) add(expr.right);
      else if (isType(expr.right)) add(expr.left);
    }
  const visit = (body: readonly Statement[]): void => {
    for (const statement of body) {
      if (statement.kind === 'switch' && isType(statement.subject)) for (const one of statement.cases) for (const test of one.tests) add(test);
      for (const inner of bodiesOf(statement)) visit(inner);
    }
  };
  visit(fn.body);
  return types.size >= 2;
}

interface Reached {
  readonly path: string;
  readonly node: FunctionNode;
}

/** The handler, the functions inside it and the functions it calls by name. */
export function reachable(world: World, endpoint: Endpoint): Reached[] {
  const found: Reached[] = [];
  const seen = new Set<string>();
  const add = (path: string, id: number, depth: number): void => {
    const key = `${path}#${id}`;
    const module = world.project.module(path);
    const root = world.functionAt(path, id);
    if (!module || !root || seen.has(key) || found.length > 40) return;
    seen.add(key);
    for (const node of functionsWithin(module, root)) {
      found.push({ path, node });
      if (depth === 0) continue;
      for (const expr of expressionsIn(node)) {
        if (expr.kind !== 'call') continue;
        // Other files are only opened for what sounds like the check.
        const spoken = calledName(expr.callee);
        const isLocal = expr.callee.kind === 'name' && expr.callee.binding !== null && world.bindingAt(path, expr.callee.binding)?.functionId !== null;
        if (!isLocal && !soundsLikeGuard(spoken) && !soundsLikeQuestion(spoken)) continue;
        const callee = world.readStatically(expr.callee, { path, module, self: null, stack: [] });
        if (callee.callable) add(callee.callable.path, callee.callable.functionId, depth - 1);
      }
    }
  };
  if (endpoint.handler.callable) add(endpoint.handler.callable.path, endpoint.handler.callable.functionId, 1);
  else if (endpoint.handlerExpr) {
    const module = world.project.module(endpoint.handlerExpr.path);
    for (const fn of module ? functionsInside(module.functions, endpoint.handlerExpr.expr) : []) add(endpoint.handlerExpr.path, fn.id, 1);
  }
  for (const stage of endpoint.stages) if (stage.value.callable) add(stage.value.callable.path, stage.value.callable.functionId, 1);
  return found;
}

function functionsInside(functions: readonly FunctionNode[], expr: Expr): FunctionNode[] {
  return functions.filter((fn) => fn.form !== 'module' && fn.range.start >= expr.range.start && fn.range.end <= expr.range.end);
}

const signatureHeader =
  /^(x-)?[a-z0-9-]*(signature|hmac|-sig)(-[a-z0-9]+)*$|^svix-|^webhook-(id|signature|timestamp)$|^x-gitlab-token$|^x-telegram-bot-api-secret-token$|^x-[a-z-]*webhook[a-z-]*$|(^|-)webhook-(secret|token|key|auth|hash)$/;

function marksIn(fn: FunctionNode, providers: ProviderIndex, headers: Set<string>): Mark[] {
  const marks: Mark[] = [];
  for (const expr of expressionsIn(fn)) {
    if (expr.kind === 'literal' && typeof expr.value === 'string' && expr.value.length < 60) marks.push(...marksOfText(expr.value, providers, headers));
    if (expr.kind === 'call' && expr.callee.kind === 'member' && isWebhookCall(expr.callee)) marks.push(mark(3, `it calls ${spell(expr.callee)}`));
    if (expr.kind === 'member' && /^(x_)?hub_signature/.test(expr.property)) marks.push(...marksOfText(expr.property.replaceAll('_', '-'), providers, headers));
  }
  for (const decorator of fn.decorators)
    if (decorator.kind === 'member' && decorator.property === 'exempt') marks.push(mark(1, 'it is exempt from the protection of forms'));
  return marks;
}

/** `sdk.webhooks.verify(...)`, `Webhook.construct_event(...)`. */
function isWebhookCall(callee: Extract<Expr, { kind: 'member' }>): boolean {
  const owner = callee.object.kind === 'member' ? callee.object.property : callee.object.kind === 'name' ? callee.object.name : '';
  return /^web_?hooks?$/i.test(owner) && /^(verif|valid|construct|unwrap|unmarshal|receive|parse|process|check)/i.test(callee.property);
}

function marksOfText(text: string, providers: ProviderIndex, headers: Set<string>): Mark[] {
  // A name with underscores is a field, unless it is what a gateway makes of a header.
  if (text.includes('_') && !/^(http_)?x_|^http_/i.test(text)) return [];
  const header = text
    .toLowerCase()
    .replace(/^http_/, '')
    .replaceAll('_', '-');
  if (!/^[a-z0-9-]{5,50}$/.test(header)) return [];
  const known = providers.byHeader(header);
  if (known.length > 0) headers.add(header);
  if (everybodysHeader.test(header)) return [];
  if (known.length > 0) return [{ ...mark(3, `it reads ${text}`), header }];
  return header.includes('-') && signatureHeader.test(header) ? [mark(3, `it reads the signature header ${text}`)] : [];
}

/** Some sender has it, and so has everybody else: requests are numbered, made once, and dated everywhere. */
const everybodysHeader = /^(authorization|signature|user-agent|content-type|client-?id|x-api-key|(x-)?(request-id|idempotency-key|timestamp))$/;

function mark(weight: number, says: string): Mark {
  return { weight, says, provider: null };
}

function distinct(marks: readonly Mark[]): Mark[] {
  const seen = new Set<string>();
  return marks.filter((one) => !seen.has(one.says) && seen.add(one.says));
}

/** Weighs the static marks together with what the run has seen. */
export function weigh(marks: readonly Mark[], evaluated: Evaluated, providers: ProviderIndex): Evidence {
  // Of a function that serves several paths, only what the run for this one has read counts.
  const all =
    evaluated.endpoint.servedAt === undefined
      ? [...marks]
      : [...marks.filter((one) => !one.isInCode), ...[...evaluated.run.headersRead].flatMap((header) => marksOfText(header, providers, new Set()))];
  for (const attempt of evaluated.run.attempts.values()) {
    if (attempt.kind === 'call' || attempt.kind === 'stage') {
      const provider = attempt.provider ? (providers.byId(attempt.provider) ?? null) : null;
      if (attempt.proofs.includes('signature') && (provider || attempt.body || (attempt.declaredAt && attempt.kind === 'call')))
        all.push({ weight: 3, says: `it verifies with ${attempt.spelling}`, provider });
    } else if (attempt.kind === 'comparison') all.push(mark(isOfDelivery(attempt) ? 3 : 1, 'it compares a signature'));
    else if (attempt.kind === 'skipped')
      all.push({
        weight: attempt.token === null ? 3 : 1, // users come with tokens, too
        says: `it reads the delivery with ${attempt.spelling}`,
        provider: attempt.provider === null ? null : (providers.byId(attempt.provider) ?? null),
      });
    else if (attempt.kind === 'challenge') all.push(mark(2, 'it answers a subscription challenge'));
  }
  const unique = distinct(all);
  const weight = unique.reduce((sum, one) => sum + one.weight, 0);
  const provider = [...unique].sort((a, b) => b.weight - a.weight).find((one) => one.provider)?.provider ?? null;
  const isSchemeSeen = unique.some((one) => one.provider === provider && one.header !== undefined && one.header === provider?.signatureHeader);
  return { marks: unique, isWebhook: weight >= enough && !isLookalike(evaluated, unique), provider, isSchemeSeen };
}

/** Signed links and tokens carry what they sign; a delivery's signature stands in a header, or covers the body. */
function isOfDelivery({ hash, left, right }: Attempt): boolean {
  if (hash === null || hash.message & (RAW | PARSED | RE_ENCODED)) return true;
  const other = [left, right].find((one) => one !== null && one.value.hash === null);
  return other === undefined || other === null || (deepTraits(other.value) & (HEADER | HEADERS)) !== 0;
}

/** Things that carry the word and receive nothing from a provider. */
function isLookalike(evaluated: Evaluated, marks: readonly Mark[]): boolean {
  const { endpoint } = evaluated;
  const { methods, siblingMethods } = endpoint;
  if (methods.length > 0 && !methods.some((method) => method === 'POST' || method === 'PUT' || method === 'PATCH')) return true;
  // Where a login comes back to is called like a receiver, too.
  if (
    !marks.some((one) => one.weight >= 3) &&
    /(^|[/_.-])(o?auth2?|login|sign-?in|sso|saml|oidc|acs)([/_.-]|$)/.test(`${endpoint.path ?? ''}/${endpoint.name}`.toLowerCase())
  )
    return true;
  const isProvider = marks.some((one) => one.weight >= 3 && !isByName(one)) || marks.some((one) => one.provider !== null);
  if (isProvider) return false;
  const path = (endpoint.path ?? '').toLowerCase();
  const { name } = endpoint;
  // Managing one's own subscriptions: the plural alone, an id behind it, or list and delete beside it.
  if (siblingMethods.includes('DELETE') || (siblingMethods.includes('GET') && /webhooks(\/:?[\w[\]<>:{}$.-]*)?$/.test(path) && /webhooks$/.test(path)))
    return true;
  if (methods.length === 1 && methods[0] !== 'POST') return true;
  if (
    /webhooks?\/([:[<{$][^/]*[\]>}]?)(\/(test|ping|replay|retry|enable|disable|toggle|rotate|secret|trigger|logs?|deliveries))?$/.test(path) &&
    !/token|secret|key|provider|source|service/.test(path)
  )
    return true;
  // What was delivered is sent again, a key is replaced: done by whoever has an account here.
  if (/webhook.*\/(test|replay|retry|resend|redeliver|rotate|regenerate|simulate|enable|disable|toggle)$/.test(path)) return true;
  if (
    /webhooks?[/_-](create|new|register|subscribe|subscriptions?|test|list|status|settings?|config|manage|send|trigger|delete|update|setup|replay|retry)\b/.test(
      path,
    )
  )
    return true;
  if (
    /^(create|list|add|delete|remove|update|edit|register|unregister|test|trigger|send|fire|dispatch|deliver|get|fetch|set|setup|retry|replay|toggle|enable|disable)_?\w*web_?hooks?/i.test(
      name.split('.').pop() ?? '',
    )
  )
    return true;
  return false;
}
