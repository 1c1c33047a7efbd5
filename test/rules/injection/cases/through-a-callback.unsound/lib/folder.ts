import { promises as fs } from 'node:fs';

export async function inFolder(name: (folder: string) => string): Promise<string> {
  return fs.readFile(name('/srv/reports'), 'utf8');
}
