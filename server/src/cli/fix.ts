/**
 * `webhookproof fix`: applies repairs, one after the other, each on the text that the one before left behind.
 *
 * Without `--unsafe` only those that behave the same for every legitimate sender and stay within the finding's file. A repair
 * counts when the finding is gone afterwards and no new one has come; otherwise it is taken back and the reason told. Sketches, which a person
 * must complete, are never applied. With `--test` each webhook endpoint also gets a regression test, in a new file.
 */
import { join } from 'node:path';
import type { Finding, Place } from '../analysis/finding.js';
import { Configurations, type InForce } from '../configuration/configurations.js';
import { editsFor, offersFor } from '../remedies/index.js';
import { levelOf } from '../reports/model.js';
import { printable } from '../reports/terminal-text.js';
import { plural } from '../reports/text.js';
import { scanFile } from '../scan.js';
import { type Snapshot, Workspace } from '../workspace/index.js';
import { encode } from '../workspace/read.js';
import { nothingLeftOut } from '../workspace/walk.js';
import { checkConfiguration, configurationFor } from './configuration.js';
import { unifiedDiff } from './diff.js';
import { type Comparison, compared } from './moved.js';
import { type NewTest, newTests, writeNew } from './new-tests.js';
import { readOptions, ruleList } from './options.js';
import { addressOf, baseOf, type Target, targetOf } from './places.js';
import { ruleInfos } from './rule-infos.js';
import type { Command } from './run.js';
import { writeWhole } from './terminal.js';
import { UsageError } from './usage.js';

export const fix: Command = async (args, terminal) => {
  const given = readOptions('fix', args, {
    'dry-run': { type: 'boolean' },
    unsafe: { type: 'boolean' },
    test: { type: 'boolean' },
    rules: { type: 'string' },
    'include-tests': { type: 'boolean' },
    'no-color': { type: 'boolean' },
    quiet: { type: 'boolean' },
  });
  if (given.positionals.length === 0) throw new UsageError('fix takes the files and folders it may change; write webhookproof fix . for all');
  const targets = given.positionals.map((each) => targetOf(each, terminal.cwd));
  const rules = ruleList(
    given,
    ruleInfos().map((rule) => rule.id),
  );
  const isQuiet = given.has('quiet');
  const base = baseOf(targets, terminal.cwd);
  let applied = 0;
  let remaining = 0;

  for (const root of [...new Set(targets.map((target) => target.root))].sort()) {
    const repairs = new Repairs(root, {
      rules,
      isUnsafe: given.has('unsafe'),
      log: (line) => (isQuiet ? undefined : terminal.err(`${line}\n`)),
      address: (path) => addressOf(base, root, path),
    });
    await repairs.run(
      targets.filter((target) => target.root === root),
      given.has('include-tests'),
    );
    for (const { path, before, after } of repairs.changes()) {
      const address = addressOf(base, root, path);
      if (given.has('dry-run')) terminal.out(unifiedDiff(printable(addressOf(terminal.cwd, root, path)), before, after));
      else repairs.write(path, after);
      for (const title of repairs.titles.get(path) ?? []) if (!isQuiet) terminal.err(`${printable(address)}: ${title}\n`);
    }
    if (given.has('test'))
      for (const test of repairs.newTests()) {
        const address = printable(addressOf(terminal.cwd, root, test.path));
        if (given.has('dry-run')) terminal.out(unifiedDiff(address, undefined, test.text));
        else writeNew(root, test);
        if (!isQuiet) terminal.err(`${printable(addressOf(base, root, test.path))}: ${test.title}\n`);
      }
    applied += repairs.applied;
    remaining += repairs.remaining;
  }

  if (!isQuiet) {
    const done = given.has('dry-run') ? 'would be applied' : 'applied';
    terminal.err(`${plural(applied, 'repair')} ${done}, ${plural(remaining, 'finding')} left.\n`);
  }
  return remaining > 0 ? 1 : 0;
};

interface RepairOptions {
  readonly rules: readonly string[] | undefined;
  readonly isUnsafe: boolean;
  log(line: string): void;
  address(path: string): string;
}

class Repairs {
  readonly titles = new Map<string, string[]>();
  applied = 0;
  remaining = 0;
  readonly #root: string;
  readonly #options: RepairOptions;
  readonly #workspace: Workspace;
  readonly #configurations = new Configurations();
  readonly #originals = new Map<string, string>();
  #paths: readonly string[] = [];
  #version = 0;

  constructor(root: string, options: RepairOptions) {
    this.#root = root;
    this.#options = options;
    this.#workspace = new Workspace({ root, log: options.log });
  }

  async run(targets: readonly Target[], includeTests: boolean): Promise<void> {
    const paths = new Set<string>();
    for (const target of targets) {
      const under = this.#workspace.pathOf(target.file) ?? '';
      const snapshot = this.#workspace.snapshot();
      const inForce = (path: string): InForce => configurationFor(this.#configurations, snapshot, path, this.#options.address);
      checkConfiguration(this.#configurations, snapshot, { under, isFolder: target.isFolder }, this.#options.address);
      const alsoHolds = (path: string, text: string): boolean => inForce(path).mayHoldEndpoint(path, text);
      for await (const path of this.#workspace.files({ under, includeTests, onlyHandlers: target.isFolder, alsoHolds, leftOut: nothingLeftOut() }))
        if (inForce(path).excludes(path) === undefined) paths.add(path);
    }
    this.#paths = [...paths].sort();
    for (const path of this.#paths) {
      await this.#workspace.ready(path);
      this.#repairFile(path);
    }
    const left = [...paths].flatMap((path) =>
      this.#findings(path)
        .filter((finding) => levelOf(finding) !== 'note')
        .map(keyOf),
    );
    this.remaining = new Set(left).size;
  }

  newTests(): readonly NewTest[] {
    const snapshot = this.#workspace.snapshot();
    const endpoints = this.#paths.flatMap((path) => scanFile(snapshot, path, { configurations: this.#configurations, rules: [] }).endpoints);
    return newTests(snapshot, endpoints, this.#options.log);
  }

  changes(): readonly { readonly path: string; readonly before: string; readonly after: string }[] {
    const snapshot = this.#workspace.snapshot();
    return [...this.#originals]
      .map(([path, before]) => ({ path, before, after: snapshot.text(path) ?? before }))
      .filter(({ before, after }) => before !== after)
      .sort((left, right) => (left.path < right.path ? -1 : 1));
  }

  write(path: string, text: string): void {
    const encoding = this.#workspace.snapshot().encoding(path);
    if (encoding !== undefined) writeWhole(join(this.#root, path), encode(text, encoding));
  }

  #repairFile(path: string): void {
    const tried = new Set<string>();
    for (;;) {
      const findings = this.#findings(path);
      const next = findings.flatMap((finding) => this.#offers(finding)).find(({ key }) => !tried.has(key));
      if (next === undefined) return;
      tried.add(next.key);
      this.#attempt(path, next.finding, next.offer, next.title, findings);
    }
  }

  #offers(finding: Finding): { readonly finding: Finding; readonly offer: string; readonly title: string; readonly key: string }[] {
    try {
      const offers = offersFor(finding, this.#workspace.snapshot()).filter(
        (offer) => offer.safety === 'safe' || (this.#options.isUnsafe && offer.safety === 'review'),
      );
      const preferred = [...offers.filter((offer) => offer.preferred), ...offers.filter((offer) => !offer.preferred)];
      return preferred.map((offer) => ({ finding, offer: offer.id, title: offer.title, key: `${keyOf(finding)} ${offer.id}` }));
    } catch (error) {
      this.#options.log(`${finding.at.path}: repairs of ${finding.rule} cannot be offered (${String(error)})`);
      return [];
    }
  }

  #attempt(path: string, finding: Finding, offer: string, title: string, before: readonly Finding[]): void {
    const snapshot = this.#workspace.snapshot();
    const outcome = this.#edits(finding, offer);
    if ('declined' in outcome) return this.#options.log(`${finding.at.path}: ${title}: ${outcome.declined}`);
    const paths = [...new Set(outcome.edits.map((edit) => edit.path))];
    const refusal = paths.map((each) => this.#refusal(each, finding.at.path)).find((each) => each !== undefined);
    if (refusal !== undefined) return this.#options.log(`${finding.at.path}: ${title}: ${refusal}`);

    const texts = new Map<string, string>();
    for (const each of paths) texts.set(each, snapshot.text(each) ?? '');
    for (const [each, text] of texts)
      this.#set(
        each,
        edited(
          text,
          outcome.edits.filter((edit) => edit.path === each),
        ),
      );
    const isReadable = paths.every((each) => unreadableIn(this.#workspace.snapshot(), each) <= unreadableIn(snapshot, each));
    const after = this.#findings(path);
    const difference = compared(before, after, outcome.edits);
    if (isReadable && difference.come.length === 0 && difference.gone.length > 0) {
      this.applied++;
      this.titles.set(finding.at.path, [...(this.titles.get(finding.at.path) ?? []), title]);
      return;
    }
    const lineOf = ({ path: place, range }: Place): number => (this.#workspace.snapshot().text(place) ?? '').slice(0, range.start).split('\n').length;
    const reason = isReadable ? whyTakenBack(difference, lineOf) : 'not applied: the code could not be read any more; please report it';
    for (const [each, text] of texts) this.#set(each, text);
    this.#options.log(`${finding.at.path}: ${title}: ${reason}`);
  }

  #edits(finding: Finding, offer: string): ReturnType<typeof editsFor> {
    try {
      return editsFor(finding, offer, this.#workspace.snapshot());
    } catch (error) {
      return { declined: `it failed (${String(error)})` };
    }
  }

  #refusal(path: string, home: string): string | undefined {
    if (path !== home && !this.#options.isUnsafe) return `it changes ${path} as well; --unsafe allows that`;
    if (path.split('/').includes('node_modules')) return `${path} is outside of this project`;
    return this.#workspace.snapshot().encoding(path) === undefined ? `${path} cannot be written back without loss` : undefined;
  }

  #findings(path: string): readonly Finding[] {
    const { rules } = this.#options;
    return scanFile(this.#workspace.snapshot(), path, { configurations: this.#configurations, ...(rules === undefined ? {} : { rules }) }).findings;
  }

  #set(path: string, text: string): void {
    if (!this.#originals.has(path)) this.#originals.set(path, this.#workspace.snapshot().text(path) ?? '');
    this.#workspace.changeDocument(path, { text }, ++this.#version);
  }
}

function edited(text: string, edits: readonly { readonly range: { readonly start: number; readonly end: number }; readonly text: string }[]): string {
  return [...edits]
    .reverse()
    .sort((left, right) => right.range.start - left.range.start || right.range.end - left.range.end)
    .reduce((result, { range, text: inserted }) => result.slice(0, range.start) + inserted + result.slice(range.end), text);
}

function unreadableIn(snapshot: Snapshot, path: string): number {
  return snapshot.module(path)?.unreadable.length ?? 0;
}

/** What a person can do something with: which finding stands in the way of the repair, and where. */
function whyTakenBack({ come }: Comparison, lineOf: (place: Place) => number): string {
  const [first] = come;
  if (first === undefined) return 'not applied: what it repairs is still found afterwards; the editor shows the code it would write';
  const what = first.message.split('\n', 1).join('');
  const where = `${first.at.path}:${lineOf(first.at)}`;
  return `not applied: with it, ${first.rule} is found at ${where}: ${what}`;
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.rule, finding.variant, finding.at]);
}
