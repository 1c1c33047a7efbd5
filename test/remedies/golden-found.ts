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

const answers: readonly FoundCase[] = ['text.before.py', 'own-logger.before.py', 'conditional.before.ts', 'named.before.js', 'rejection.before.ts'].map(
  (file) => ({
    remedy: 'answer-without-detail',
    file,
    title: 'Answer with a fixed text, and log the exception',
  }),
);

const secrets: readonly FoundCase[] = [
  { file: 'headers.before.py', title: 'Log the names of the headers only' },
  { file: 'headers.before.py', title: 'Leave it out of the log', as: 'digest' },
  { file: 'entry.before.ts', title: 'Leave it out of the log' },
  { file: 'at-start.before.js', title: 'Leave it out of the log' },
  { file: 'token.before.py', title: 'Leave it out of the log' },
].map((one) => ({ remedy: 'log-without-secret', ...one }));

const debugging: readonly FoundCase[] = [
  { file: 'run.before.py', title: 'Take the debug switch out' },
  { file: 'setting.before.py', title: 'Take the debug switch out' },
  { file: 'middleware.before.ts', title: 'Use `errorhandler` in development only' },
  { file: 'middleware.before.js', title: 'Use `errorhandler` in development only' },
].map((one) => ({ remedy: 'debug-off', ...one }));

export const foundCases: readonly FoundCase[] = [...limits, ...answers, ...secrets, ...debugging];
