import { appendFile, readFile } from 'node:fs/promises';

const journal = process.env.DEPLOYMENTS_FILE ?? 'deployments.jsonl';

export interface Deployment {
  repository: string;
  commit: string;
}

/** What is to be deployed, one line each. */
export const deployments = {
  async insert(deployment: Deployment): Promise<void> {
    await appendFile(journal, `${JSON.stringify(deployment)}\n`);
  },

  async all(): Promise<Deployment[]> {
    const lines = (await readFile(journal, 'utf8')).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line));
  },
};
