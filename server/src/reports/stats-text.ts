/** The figures of a scan for a person at a terminal. */
import type { Counted, ScanStats } from './model.js';
import { printable } from './terminal-text.js';
import { plural } from './text.js';

export function statsText({ files, endpoints, opaque, imports, milliseconds }: ScanStats): string {
  const out = [
    `files: ${files.seen} that may hold an endpoint: ${files.withFindings} with findings, ${files.quiet} with webhooks and none, ${files.withoutWebhooks} without a webhook, ${files.notRead} not read`,
    `endpoints: ${endpoints.verified} verified, ${endpoints.late === 0 ? '' : `${endpoints.late} verified too late, `}${endpoints.idle === 0 ? '' : `${endpoints.idle} without anything to protect, `}${endpoints.unverified} not verified, ${endpoints['cannot-tell']} cannot tell, ${endpoints['not-a-webhook']} no webhook`,
    `not understood: ${plural(opaque.nodes, 'expression or statement', 'expressions and statements')} in ${plural(opaque.files, 'file')}${list(opaque.kinds)}`,
    `imports from outside the project: ${imports.outside}, of which ${imports.unknown} no row speaks of${list(imports.names)}`,
    ...Object.entries(milliseconds).map(([what, time]) => `${what}: ${time.toFixed(0)} ms`),
  ];
  return `${out.join('\n')}\n`;
}

function list(counted: readonly Counted[]): string {
  return counted.length === 0 ? '' : ` (${counted.map(({ name, count }) => `${printable(name)} ${count}`).join(', ')})`;
}
