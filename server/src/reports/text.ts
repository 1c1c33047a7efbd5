/** Findings for a person at a terminal: what, why, what to do, the place with its lines, the steps that lead there, the remedies. */
import type { Severity } from '../analysis/finding.js';
import { codeFrame } from './code-frame.js';
import { type Lines, linesOf } from './lines.js';
import { levelOf, type ReportedFinding, type ScanResult } from './model.js';
import { printable } from './terminal-text.js';

export interface Colours {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
  green(text: string): string;
}

export function textReport(result: ScanResult, colours: Colours, shown = { summary: true }): string {
  const lines = linesOf((address) => result.text(address));
  const blocks = result.findings.map((each) => findingText(each, lines, colours));
  if (shown.summary) blocks.push([...summary(result, colours), ''].join('\n'));
  return blocks.join('\n');
}

function findingText({ finding, remedies }: ReportedFinding, lines: (address: string) => Lines, colours: Colours): string {
  const level = levelOf(finding);
  const tint = tintOf(level, colours);
  const table = lines(finding.at.path);
  const [what = '', ...rest] = finding.message.split('\n').map(printable);
  const out = [
    `${colours.bold(placeText(finding.at.path, table, finding.at.range.start))}  ${tint(level)}  ${colours.dim(finding.rule)}`,
    `  ${colours.bold(what)}`,
  ];
  for (const line of rest) out.push(`  ${line}`);
  out.push('', ...codeFrame(table, finding.at.range, { dim: colours.dim, mark: tint }).map((line) => `  ${line}`));

  if (finding.because.length > 0) {
    out.push('', `  ${colours.dim('because')}`);
    for (const step of finding.because) out.push(`    ${placeText(step.at.path, lines(step.at.path), step.at.range.start)}  ${printable(step.message)}`);
  }
  const others = finding.endpoints.filter((place) => place.path !== finding.at.path || place.range.start !== finding.at.range.start);
  if (others.length > 0)
    out.push('', `  ${colours.dim('endpoints')}`, ...others.map((place) => `    ${placeText(place.path, lines(place.path), place.range.start)}`));
  if (remedies.length > 0)
    out.push(
      '',
      `  ${colours.dim('remedies')}`,
      ...remedies.map(({ title, safety }) => `    ${colours.green(printable(title))} ${colours.dim(`(${safety})`)}`),
    );
  return `${out.join('\n')}\n`;
}

function summary({ findings, suppressed, endpoints, filesSeen, leftOut }: ScanResult, colours: Colours): string[] {
  const count = (level: Severity): number => findings.filter((each) => levelOf(each.finding) === level).length;
  const parts = (['error', 'warning', 'note'] as const).filter((level) => count(level) > 0).map((level) => tintOf(level, colours)(plural(count(level), level)));
  const webhooks = endpoints.filter((endpoint) => endpoint.webhook).length;
  const told = findings.length === 0 ? colours.green('No findings') : parts.join(', ');
  const seen = `${plural(webhooks, 'webhook endpoint')} among ${plural(endpoints.length, 'endpoint')} in ${plural(filesSeen, 'file')} that may hold one`;
  const out = [`${told}; ${seen}.`];
  if (suppressed.length > 0) out.push(colours.dim(`${plural(suppressed.length, 'finding')} ignored by comments.`));
  if (leftOut.length > 0) out.push(colours.dim(`Left out: ${leftOut.join(', ')}.`));
  return out;
}

export function placeText(address: string, lines: Lines, offset: number): string {
  const { line, column } = lines.position(offset);
  return `${printable(address)}:${line}:${column}`;
}

function tintOf(level: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, note: colours.cyan }[level];
}

export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}
