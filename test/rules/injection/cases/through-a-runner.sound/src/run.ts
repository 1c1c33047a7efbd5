import { execSync } from 'node:child_process';

export async function run(...words: string[]): Promise<string> {
  return execSync(`git ${words.join(' ')}`).toString();
}
