/** A wrong configuration ends a command: half of one would accuse or acquit by accident. */
import { type ConfigurationProblem, type Configurations, configurationName, type InForce } from '../configuration/configurations.js';
import { Lines } from '../reports/lines.js';
import { printable } from '../reports/terminal-text.js';
import { placeText } from '../reports/text.js';
import type { Snapshot } from '../workspace/index.js';
import { UsageError } from './usage.js';

/** What holds for a file of the project. */
export function configurationFor(configurations: Configurations, snapshot: Snapshot, path: string, address: (path: string) => string): InForce {
  const { inForce, problems } = configurations.for(snapshot, path);
  if (problems.length > 0) throw new UsageError(wrong(problems, snapshot, address));
  return inForce;
}

/** Looks at what holds for a target as such, so that a mistake is told also where no file is scanned. */
export function checkConfiguration(
  configurations: Configurations,
  snapshot: Snapshot,
  target: { readonly under: string; readonly isFolder: boolean },
  address: (path: string) => string,
): void {
  const inside = target.under === '' ? configurationName : `${target.under}/${configurationName}`;
  configurationFor(configurations, snapshot, target.isFolder ? inside : target.under, address);
}

function wrong(problems: readonly ConfigurationProblem[], snapshot: Snapshot, address: (path: string) => string): string {
  const lines = problems.map(
    ({ at, message }) => `  ${placeText(address(at.path), new Lines(snapshot.text(at.path) ?? ''), at.range.start)}  ${printable(message)}`,
  );
  return `the configuration is wrong\n${lines.join('\n')}`;
}
