/** The rules' pages as files of this package, so that a diagnostic's link works with the network off. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { uriOf } from './addresses.js';

/** Written beside the bundle by the build. The manifest says of files in a folder of this name that VS Code shows them as read, not as written. */
const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'webhookproof-rules');
const known = new Map<string, string | undefined>();

export function pageUri(rule: string): string | undefined {
  if (!known.has(rule)) {
    const file = path.join(folder, `${rule}.md`);
    known.set(rule, existsSync(file) ? uriOf(file) : undefined);
  }
  return known.get(rule);
}
