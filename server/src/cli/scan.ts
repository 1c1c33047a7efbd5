/** `webhookproof scan`: findings in files and folders. */
import { basename, resolve } from 'node:path';
import { configurationName } from '../configuration/configurations.js';
import { languageOf } from '../languages/index.js';
import { jsonReport } from '../reports/json.js';
import { levelOf, type ScanResult } from '../reports/model.js';
import { sarifReport } from '../reports/sarif.js';
import { statsText } from '../reports/stats-text.js';
import { textReport } from '../reports/text.js';
import { oneOf, readOptions, ruleList } from './options.js';
import { targetOf } from './places.js';
import { ruleInfos } from './rule-infos.js';
import type { Command } from './run.js';
import { scanTargets } from './session.js';
import { Statistics } from './stats.js';
import { writeWhole } from './terminal.js';
import { UsageError } from './usage.js';
import { version } from './version.js';

export const scan: Command = async (args, terminal) => {
  const started = performance.now();
  const given = readOptions('scan', args, {
    format: { type: 'string' },
    output: { type: 'string' },
    'fail-on': { type: 'string' },
    rules: { type: 'string' },
    scope: { type: 'string' },
    'include-tests': { type: 'boolean' },
    'dump-ir': { type: 'boolean' },
    stats: { type: 'boolean' },
    'no-color': { type: 'boolean' },
    quiet: { type: 'boolean' },
  });
  const format = oneOf(given, 'format', ['text', 'sarif', 'json'], 'text');
  const failOn = oneOf(given, 'fail-on', ['error', 'warning', 'note', 'never'], 'warning');
  const scope = given.value('scope') === undefined ? undefined : oneOf(given, 'scope', ['webhooks', 'all-endpoints'], 'webhooks');
  const infos = ruleInfos();
  const rules = ruleList(
    given,
    infos.map((rule) => rule.id),
  );
  const named = given.value('output');
  const output = named === undefined ? undefined : resolve(terminal.cwd, named);
  const targets = (given.positionals.length === 0 ? ['.'] : given.positionals).map((each) => targetOf(each, terminal.cwd));
  if (targets.every(({ isFolder, file }) => !isFolder && languageOf(file) === undefined && basename(file) !== configurationName))
    throw new UsageError(`${given.positionals.join(', ')}: no language that is understood; files end in .ts, .js, .py and the like`);
  const includeTests = given.has('include-tests');
  const isQuiet = given.has('quiet');

  if (given.has('dump-ir')) {
    const { dumpTargets } = await import('./dump.js');
    return dumpTargets({ targets, includeTests }, output, terminal);
  }

  const statistics = given.has('stats') ? new Statistics() : undefined;
  const session = await scanTargets({
    targets,
    cwd: terminal.cwd,
    includeTests,
    rules,
    scope,
    withEdits: format === 'sarif',
    statistics,
  });
  statistics?.spent('all', performance.now() - started);
  const result: ScanResult = {
    ...session,
    base: `${session.base.replaceAll('\\', '/').replace(/\/$/, '')}/`,
    rules: infos,
    toolVersion: version,
    ...(statistics === undefined ? {} : { stats: statistics.result() }),
  };

  if (!isQuiet) for (const problem of result.problems) terminal.err(`${problem}\n`);
  const colours = terminal.colours(!given.has('no-color') && output === undefined);
  const report = { text: () => textReport(result, colours, { summary: !isQuiet }), sarif: () => sarifReport(result), json: () => jsonReport(result) }[format]();
  if (output === undefined) terminal.out(report);
  else writeWhole(output, report);
  if (result.stats !== undefined) terminal.err(statsText(result.stats));

  const levels = { error: ['error'], warning: ['error', 'warning'], note: ['error', 'warning', 'note'], never: [] }[failOn] as readonly string[];
  return result.findings.some((each) => levels.includes(levelOf(each.finding))) ? 1 : 0;
};
