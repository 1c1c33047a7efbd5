/** What an endpoint's run has found of the sender's data reaching places that matter, for rules. */
import type { SinkKind } from '../../knowledge/rows.js';
import type { AnalysedEndpoint } from '../analyse.js';
import type { Evaluated } from '../endpoints/evaluate.js';
import type { Place, Step } from '../finding.js';
import type { Project } from '../project.js';
import { placeKey } from '../state.js';
import { COOKIE, HEADER, HEADERS, QUERY, ROUTE } from '../value.js';
import type { Flow } from './sinks.js';
import type { Trail } from './trail.js';

/** Flows of one endpoint that nobody unreadable has looked at. */
export function flowsOf({ run }: Evaluated, ...kinds: readonly SinkKind[]): readonly Flow[] {
  return [...run.flows.values()].filter((flow) => kinds.includes(flow.kind) && !flow.reach.isJudged);
}

interface FlowOf {
  readonly flow: Flow;
  readonly endpoint: AnalysedEndpoint;
  readonly endpoints: readonly Place[];
}

/** One flow a sink, with every endpoint that it belongs to: a helper that two routes share is told once. */
export function flowsIn(endpoints: readonly AnalysedEndpoint[], ...kinds: readonly SinkKind[]): readonly FlowOf[] {
  return grouped(endpoints, kinds, (flow) => flow.at);
}

/** One flow for each place of a handler that leads to a sink. */
export function flowsByHandler(endpoints: readonly AnalysedEndpoint[], kinds: readonly SinkKind[]): readonly FlowOf[] {
  return grouped(endpoints, kinds, whereToTell);
}

/** The sink, or, where that stands in another file, the call of the handler's that hands it on. */
export function whereToTell(flow: Flow, { endpoint, evaluated }: AnalysedEndpoint): Place {
  const own = evaluated.handler?.path ?? endpoint.route.path;
  return flow.at.path === own ? flow.at : (flow.via.find((site) => site.path === own) ?? flow.at);
}

function grouped(endpoints: readonly AnalysedEndpoint[], kinds: readonly SinkKind[], placeOf: (flow: Flow, endpoint: AnalysedEndpoint) => Place): FlowOf[] {
  const found = new Map<string, { flow: Flow; endpoint: AnalysedEndpoint; endpoints: Place[] }>();
  for (const endpoint of endpoints)
    for (const flow of flowsOf(endpoint.evaluated, ...kinds)) {
      const key = `${flow.kind} ${placeKey(placeOf(flow, endpoint))}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { flow, endpoint, endpoints: [endpoint.endpoint.route] });
      else {
        if (!known.endpoints.includes(endpoint.endpoint.route)) known.endpoints.push(endpoint.endpoint.route);
        if (known.flow.isProven && !flow.isProven) Object.assign(known, { flow, endpoint });
      }
    }
  return [...found.values()];
}

/** How the code writes the piece that decides: `body.callback_url`. */
export function pieceName(flow: Flow, project: Project): string {
  return written(flow.reach.trail, project);
}

export function argumentName(flow: Flow, project: Project): string {
  return textAt(flow.argumentAt, project) ?? written(flow.reach.trail, project);
}

export function trailName(trail: Trail, project: Project): string {
  return written(trail, project);
}

function written(trail: Trail, project: Project): string {
  const text = trail.at ? textAt(trail.at, project) : null;
  return text ?? trail.key.replace(/^.*?([\w$]+(\(\))?(\.[\w$]+)?)$/, '$1');
}

function textAt(at: Place, project: Project): string | null {
  const { start, end } = at.range;
  if (end - start > 70 || end <= start) return null;
  const text = project.text?.(at.path)?.slice(start, end).replace(/\s+/g, ' ');
  return text ? text : null;
}

/** Which part of the request it is: for messages. */
export function sentIn(trail: Trail): 'payload' | 'query' | 'header' | 'route' | 'cookie' {
  if (trail.source & (HEADER | HEADERS)) return 'header';
  if (trail.source & QUERY) return 'query';
  if (trail.source & ROUTE) return 'route';
  return trail.source & COOKIE ? 'cookie' : 'payload';
}

/** From the request to the sink, in the order in which it happens. */
export function stepsOf(flow: Flow, project: Project): Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  const add = (message: string, at: Place | null): void => {
    if (at === null || seen.has(placeKey(at)) || placeKey(at) === placeKey(flow.at)) return;
    seen.add(placeKey(at));
    steps.push({ message, at });
  };
  const way: Trail[] = [];
  for (let at: Trail | undefined = flow.reach.trail, guard = 0; at && guard < 16; at = at.from[0], guard += 1) way.unshift(at);
  const origin = way.find((one) => one.at !== null);
  if (origin) add(`\`${written(origin, project)}\` comes from the sender`, origin.at);
  const last = way[way.length - 1];
  if (last && last !== origin) add(`\`${written(last, project)}\` is taken out of it`, last.at);
  for (const site of flow.via) add(`handed on here: \`${textAt(site, project) ?? 'call'}\``, site);
  const { trail } = flow.argument;
  if (trail && trail !== flow.reach.trail && trail.kind === 'text') add('put into a text here', trail.at);
  return steps;
}
