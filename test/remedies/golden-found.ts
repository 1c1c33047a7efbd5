/** What the golden files are about whose facts a scan finds. */
import type { Files } from './by-hand.js';

export interface FoundCase {
  readonly remedy: string;
  readonly file: string;
  /** Of the offer that is taken. */
  readonly title: string;
  /** Where the file stands in its project. */
  readonly path?: string;
  readonly others?: Files;
  /** A second way to repair the same file: the word in the name of what comes out. */
  readonly as?: string;
}

const limits: readonly FoundCase[] = [
  { file: 'node-http.before.js', title: 'Stop at 1 MB, and answer 413' },
  { file: 'next-helper.before.ts', path: 'pages/api/webhooks/parcels.ts', title: 'Stop at 1 MB, and answer 413' },
  { file: 'consumed.before.ts', title: 'Stop at 1 MB, and answer 413' },
  { file: 'flask.before.py', title: 'Set `MAX_CONTENT_LENGTH` to 1 MB, and refuse larger bodies before they are read' },
  { file: 'flask.before.py', title: 'Set `MAX_CONTENT_LENGTH` to 1 MB', as: 'alone', others: { 'requirements.txt': 'flask==3.0.3\n' } },
  { file: 'flask-factory.before.py', title: 'Set `MAX_CONTENT_LENGTH` to 1 MB, and refuse larger bodies before they are read' },
  { file: 'express.before.ts', title: 'Lower `limit` to 1 MB' },
].map((one) => ({ remedy: 'limit-body', ...one }));

export const foundCases: readonly FoundCase[] = [...limits];
