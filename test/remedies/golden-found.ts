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

function all(remedy: string, cases: readonly Omit<FoundCase, 'remedy'>[]): readonly FoundCase[] {
  return cases.map((one) => ({ remedy, ...one }));
}

const limits = all('limit-body', [
  { file: 'node-http.before.js', title: 'Stop at 1 MB, and answer 413' },
  { file: 'next-helper.before.ts', path: 'pages/api/webhooks/parcels.ts', title: 'Stop at 1 MB, and answer 413' },
  { file: 'consumed.before.ts', title: 'Stop at 1 MB, and answer 413' },
  { file: 'flask.before.py', title: 'Set `MAX_CONTENT_LENGTH` to 1 MB, and refuse larger bodies before they are read' },
  { file: 'flask.before.py', title: 'Set `MAX_CONTENT_LENGTH` to 1 MB', as: 'alone', others: { 'requirements.txt': 'flask==3.0.3\n' } },
  { file: 'flask-factory.before.py', title: 'Set `MAX_CONTENT_LENGTH` to 1 MB, and refuse larger bodies before they are read' },
  { file: 'express.before.ts', title: 'Lower `limit` to 1 MB' },
]);

const answers: readonly FoundCase[] = ['text.before.py', 'own-logger.before.py', 'conditional.before.ts', 'named.before.js', 'rejection.before.ts'].map(
  (file) => ({
    remedy: 'answer-without-detail',
    file,
    title: 'Answer with a fixed text, and log the exception',
  }),
);

const secrets = all('log-without-secret', [
  { file: 'headers.before.py', title: 'Log the names of the headers only' },
  { file: 'headers.before.py', title: 'Leave it out of the log', as: 'digest' },
  { file: 'entry.before.ts', title: 'Leave it out of the log' },
  { file: 'at-start.before.js', title: 'Leave it out of the log' },
  { file: 'token.before.py', title: 'Leave it out of the log' },
]);

const debugging = all('debug-off', [
  { file: 'run.before.py', title: 'Take the debug switch out' },
  { file: 'setting.before.py', title: 'Take the debug switch out' },
  { file: 'middleware.before.ts', title: 'Use `errorhandler` in development only' },
  { file: 'middleware.before.js', title: 'Use `errorhandler` in development only' },
]);

const ADDRESS = 'Count by the address of the connection';
const keys = all('count-by-address', [
  { file: 'header.before.ts', title: ADDRESS },
  { file: 'plugin.before.js', title: ADDRESS },
  { file: 'header.before.py', title: ADDRESS },
  { file: 'believing.before.py', title: ADDRESS },
  { file: 'proxies.before.ts', title: 'Believe one proxy of your own' },
]);

const rates = all('limit-rate', [
  {
    file: 'express.before.ts',
    title: 'Let 60 a minute through (express-rate-limit)',
    others: { 'package.json': '{ "dependencies": { "express-rate-limit": "^7.5.0" } }' },
  },
  { file: 'fastify.before.js', title: 'Let 60 a minute through, with @fastify/rate-limit to be installed' },
  { file: 'flask.before.py', title: 'Let 60 a minute through (flask-limiter)', others: { 'requirements.txt': 'flask\nFlask-Limiter\n' } },
  {
    file: 'blueprint.before.py',
    path: 'hooks.py',
    title: 'Let 60 a minute through (flask-limiter)',
    others: {
      'extensions.py':
        'from flask_caching import Cache\nfrom flask_limiter import Limiter\nfrom flask_limiter.util import get_remote_address\n\ncache = Cache()\nlimiter = Limiter(get_remote_address)\n',
    },
  },
]);

const LISTED = 'Ask hosts of a list only, at an address that was looked at';
const addresses = all('allow-hosts', [
  { file: 'fetch.before.ts', title: LISTED },
  { file: 'weak.before.js', title: 'Ask labels.example.com only, at an address that was looked at' },
  { file: 'axios.before.ts', title: LISTED },
  { file: 'requests.before.py', title: LISTED },
  { file: 'session.before.py', title: 'Ask labels.example.com only, at an address that was looked at' },
]);

const targets = all('redirect-own', [
  { file: 'query.before.ts', title: 'Redirect to paths of your own only' },
  { file: 'query.before.ts', title: 'Redirect to hosts of a list only', as: 'listed' },
  { file: 'weak.before.py', title: 'Redirect to shop.example only' },
  { file: 'weak.before.py', title: 'Redirect to paths of your own only', as: 'own' },
  { file: 'answer.before.js', path: 'app/hooks/parcels/route.js', title: 'Redirect to paths of your own only' },
]);

const BESIDE = 'Hand the values over beside the statement';
const statements = all(
  'bind-values',
  ['template.before.ts', 'joined.before.js', 'f-string.before.py', 'alchemy.before.py'].map((file) => ({ file, title: BESIDE })),
);

const NO_SHELL = 'Start the program without a shell';
const commands = all(
  'start-without-shell',
  ['exec.before.ts', 'spawn.before.js', 'run.before.py', 'system.before.py'].map((file) => ({ file, title: NO_SHELL })),
);

const lists = all('choose-from-list', [
  { file: 'collection.before.ts', title: 'Take the collection from a list only' },
  { file: 'table.before.py', title: 'Take the table from a list only' },
]);

const fields = all(
  'name-fields',
  ['data.before.js', 'values.before.py'].map((file) => ({ file, title: 'Write the fields that are named only' })),
);

export const foundCases: readonly FoundCase[] = [
  ...lists,
  ...fields,
  ...statements,
  ...commands,
  ...targets,
  ...addresses,
  ...limits,
  ...answers,
  ...secrets,
  ...debugging,
  ...keys,
  ...rates,
];
