/** `webhookproof why FILE[:LINE]`: which endpoints are seen, and why each is or is not taken to be checked. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EndpointSummary } from '../analysis/endpoint-summary.js';
import type { Finding } from '../analysis/finding.js';
import { Configurations, configurationName, type InForce } from '../configuration/configurations.js';
import type { FrameworkRow } from '../knowledge/rows.js';
import { languageOf } from '../languages/index.js';
import { codeFrame } from '../reports/code-frame.js';
import { Lines } from '../reports/lines.js';
import { levelOf } from '../reports/model.js';
import { printable } from '../reports/terminal-text.js';
import { type Colours, placeText, plural } from '../reports/text.js';
import { coverageOf } from '../scan/coverage.js';
import { type AppliedConfiguration, scanFile } from '../scan.js';
import { type Snapshot, Workspace } from '../workspace/index.js';
import { mayHoldEndpoint } from '../workspace/prefilter.js';
import { isTestPath } from '../workspace/walk.js';
import { configurationFor } from './configuration.js';
import { readOptions } from './options.js';
import { addressOf, baseOf, targetOf } from './places.js';
import type { Command } from './run.js';
import { UsageError } from './usage.js';

export const why: Command = async (args, terminal) => {
  const given = readOptions('why', args, { 'no-color': { type: 'boolean' } });
  const [argument, ...more] = given.positionals;
  if (argument === undefined || more.length > 0) throw new UsageError('why takes one FILE or FILE:LINE');
  const { file, line } = fileAndLine(argument, terminal.cwd);
  const target = targetOf(file, terminal.cwd);
  if (target.isFolder) throw new UsageError(`${file} is a folder; why speaks of one file`);
  const language = languageOf(target.file);
  if (language === undefined) throw new UsageError(`${file} is neither TypeScript, JavaScript nor Python`);

  const base = baseOf([target], terminal.cwd);
  const address = (each: string): string => addressOf(base, target.root, each);
  const told = new Set<string>();
  const log = (text: string, about?: string): void => {
    const line = about === undefined ? text : address(about) + text.slice(about.length);
    if (!told.has(line)) terminal.err(`${line}\n`);
    told.add(line);
  };
  const workspace = new Workspace({ root: target.root, log });
  const path = workspace.pathOf(target.file) ?? '';
  await workspace.ready(path);
  const snapshot = workspace.snapshot();
  const configurations = new Configurations();
  const inForce = configurationFor(configurations, snapshot, path, address);
  const report = scanFile(snapshot, path, { configurations });
  for (const problem of report.problems) log(problem, path);

  const story = new Story(snapshot, address, inForce, terminal.colours(!given.has('no-color')));
  const endpoints = report.endpoints.filter((endpoint) => line === undefined || story.covers(endpoint, path, line));
  terminal.out(story.configuration(report.configuration));
  if (report.configuration.excludedBy !== null) return 0;
  terminal.out(endpoints.length > 0 ? story.tell(endpoints, report.findings) : story.tellNone(path, line, language, report.endpoints));
  terminal.out(story.coverage(path));
  return 0;
};

/** A colon and a number at the end are a line, unless there is a file of that very name. */
function fileAndLine(argument: string, cwd: string): { readonly file: string; readonly line: number | undefined } {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(argument) ?? [];
  if (file === undefined || existsSync(resolve(cwd, argument))) return { file: argument, line: undefined };
  return { file, line: Number(line) };
}

const verdicts: Readonly<Record<EndpointSummary['verdict'], string>> = {
  verified: 'verified: nothing is reached before a check has accepted',
  late: 'verified too late: something is done before a check has accepted',
  idle: 'no check was seen, and nothing that would need one',
  unverified: 'not verified',
  'cannot-tell': 'cannot tell',
  'not-a-webhook': 'not taken for a webhook, so the rules for deliveries are silent',
};

class Story {
  readonly #snapshot: Snapshot;
  readonly #address: (path: string) => string;
  readonly #colours: Colours;
  readonly #lines = new Map<string, Lines>();
  readonly #inForce: InForce;

  constructor(snapshot: Snapshot, address: (path: string) => string, inForce: InForce, colours: Colours) {
    this.#inForce = inForce;
    this.#snapshot = snapshot;
    this.#address = address;
    this.#colours = colours;
  }

  /** The endpoint's route or handler stands around the line, or a step of its verdict is on it. */
  covers(endpoint: EndpointSummary, path: string, line: number): boolean {
    const lines = this.#linesOf(path);
    const module = this.#snapshot.module(path);
    const places = [endpoint.at, ...endpoint.because.map((step) => step.at)].filter((place) => place.path === path).map((place) => place.range);
    const around =
      module?.functions
        .filter((each) => each.form !== 'module' && places.some((range) => range.start >= each.range.start && range.end <= each.range.end))
        .map((each) => each.range) ?? [];
    return [...places, ...around].some((range) => lines.position(range.start).line <= line && line <= lines.position(range.end).line);
  }

  /** Which configuration holds; empty without one. */
  configuration({ path, excludedBy }: AppliedConfiguration): string {
    if (path === null) return '';
    const { dim } = this.#colours;
    const holds = dim(`${printable(this.#address(path))} holds for this file.`);
    if (excludedBy === null) return `${holds}\n\n`;
    return `${holds}\n${this.#place(excludedBy.path, excludedBy.range.start)} excludes it, so nothing is reported here.\n`;
  }

  /** What stands in the file and was not understood, and what it imports from outside of the project. */
  coverage(path: string): string {
    const { opaque, imports } = coverageOf(this.#snapshot, path, this.#inForce.knowledge());
    const { dim } = this.#colours;
    const out: string[] = [];
    if (opaque.length > 0) {
      const first = this.#place(path, opaque[0]?.range.start ?? 0);
      out.push(`${plural(opaque.length, 'expression or statement', 'expressions and statements')} not understood, first at ${first} (${opaque[0]?.syntax})`);
    }
    const unknown = imports.filter((each) => !each.isKnown);
    if (unknown.length > 0)
      out.push(`imports whose code is not in the project and of which no row tells: ${unknown.map((each) => printable(each.name)).join(', ')}`);
    return out.length === 0 ? '' : `\n${['coverage', ...out.map((line) => `  ${line}`)].map((line) => dim(line)).join('\n')}\n`;
  }

  tell(endpoints: readonly EndpointSummary[], findings: readonly Finding[]): string {
    return endpoints.map((endpoint) => this.#endpoint(endpoint, findings)).join('\n');
  }

  tellNone(path: string, line: number | undefined, language: string, others: readonly EndpointSummary[]): string {
    const module = this.#snapshot.module(path);
    const text = this.#snapshot.text(path) ?? '';
    const out = [
      this.#colours.bold(
        line === undefined
          ? `No endpoint was seen in ${printable(this.#address(path))}.`
          : `No endpoint was seen around ${printable(this.#address(path))}:${line}.`,
      ),
    ];
    if (others.length > 0)
      out.push(
        `Others in this file: ${others.map((each) => `${routeText(each)} (line ${this.#linesOf(each.at.path).position(each.at.range.start).line})`).join(', ')}.`,
      );
    if (module === undefined) out.push(`The file ${this.#snapshot.problem(path) ?? 'could not be read'}.`);
    else if (module.unreadable.length > 0)
      out.push(
        `${plural(module.unreadable.length, 'region')} could not be read, first at ${this.#place(path, module.unreadable[0]?.start ?? 0)}: half-typed code hides what stands in it.`,
      );
    else out.push(`The file was read without a gap: ${plural(module.functions.length - 1, 'function')}, ${plural(module.classes.length, 'class', 'classes')}.`);
    out.push(
      `Looked for: ${lookedFor(this.#inForce.knowledge().frameworks)}.`,
      'A function is an endpoint when one of these leads to it; ask about the file that registers the route.',
    );
    const importers = this.#snapshot.importersOf(path);
    if (importers.length > 0) out.push(`This file is imported by: ${importers.map((each) => printable(this.#address(each))).join(', ')}.`);
    if (!mayHoldEndpoint(language, text))
      out.push('A scan of the folder does not begin here: nothing in the text looks like an endpoint. It is read when another file leads to it.');
    else if (isTestPath(path)) out.push('A scan of the folder leaves this file out as a test; see --include-tests.');
    return `${out.join('\n')}\n`;
  }

  #endpoint(endpoint: EndpointSummary, findings: readonly Finding[]): string {
    const { bold, dim } = this.#colours;
    const { path, range } = endpoint.at;
    const provider = endpoint.provider === null ? '' : `, ${endpoint.provider}`;
    const kind = endpoint.webhook ? `webhook${provider}` : 'ordinary';
    const out = [
      `${bold(this.#place(path, range.start))}  ${bold(printable(routeText(endpoint)))}  ${dim(`${endpoint.framework}, ${kind}`)}`,
      `  handler: ${printable(endpoint.name)}`,
      `  ${bold(verdicts[endpoint.verdict])}`,
    ];
    if (endpoint.verdict === 'cannot-tell')
      out.push(`  ${dim(`if you know it: name what verifies under \`verifiers\`, or a gateway under \`gateways\`, in ${configurationName}`)}`);
    out.push('', ...codeFrame(this.#linesOf(path), range, { dim, mark: dim }).map((line) => `  ${line}`));
    out.push('', `  ${dim(endpoint.webhook ? 'taken for a webhook because of' : 'what speaks for a webhook')}`);
    out.push(...(endpoint.evidence.length === 0 ? ['    nothing'] : endpoint.evidence.map((each) => `    ${printable(each)}`)));
    if (endpoint.because.length > 0)
      out.push(
        '',
        `  ${dim('steps of the verdict')}`,
        ...endpoint.because.map((step) => `    ${this.#place(step.at.path, step.at.range.start)}  ${printable(step.message)}`),
      );
    const own = findings.filter((finding) => [finding.at, ...finding.endpoints].some((place) => place.path === path && place.range.start === range.start));
    if (own.length > 0)
      out.push(
        '',
        `  ${dim('findings')}`,
        ...own.map(
          (each) => `    ${this.#place(each.at.path, each.at.range.start)}  ${levelOf(each)}  ${each.rule}: ${printable(each.message.split('\n', 1)[0] ?? '')}`,
        ),
      );
    return `${out.join('\n')}\n`;
  }

  #place(path: string, offset: number): string {
    return placeText(this.#address(path), this.#linesOf(path), offset);
  }

  #linesOf(path: string): Lines {
    let lines = this.#lines.get(path);
    if (lines === undefined) this.#lines.set(path, (lines = new Lines(this.#snapshot.text(path) ?? '')));
    return lines;
  }
}

function routeText({ methods, path }: EndpointSummary): string {
  return `${methods.join(', ')} ${path ?? '(a route that cannot be read)'}`.trim();
}

function lookedFor(frameworks: readonly FrameworkRow[]): string {
  const kinds = [
    ['routes on a router', frameworks.filter((each) => each.routers !== undefined)],
    ['exported handlers at the places of routes', frameworks.filter((each) => each.fileRoutes !== undefined)],
    ['controllers', frameworks.filter((each) => each.controllers !== undefined)],
    ['entry points', frameworks.filter((each) => each.entryPoints !== undefined)],
  ] as const;
  return kinds
    .filter(([, rows]) => rows.length > 0)
    .map(([kind, rows]) => `${kind} (${rows.map((each) => each.name).join(', ')})`)
    .join('; ');
}
