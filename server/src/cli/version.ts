import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the package that this file was delivered in. */
export const version: string = packageVersion(dirname(fileURLToPath(import.meta.url)));

function packageVersion(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) {
    const fields: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof fields === 'object' && fields !== null && 'version' in fields && typeof fields.version === 'string') return fields.version;
  }
  return dirname(folder) === folder ? '0.0.0' : packageVersion(dirname(folder));
}
