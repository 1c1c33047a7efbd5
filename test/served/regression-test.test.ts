/**
 * The regression tests that are written for an endpoint, run by the real runners: all of them pass on the handler once it is repaired;
 * on the handler as it was, a genuine delivery is still taken and every attack gets through.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { regressionTest } from '../../server/src/remedies/index.js';
import { scanFile } from '../../server/src/scan.js';
import { Workspace } from '../../server/src/workspace/index.js';
import type { Files } from '../remedies/by-hand.js';
import { untilSilent } from '../remedies/until-silent.js';
import { missingPython, PYTHON } from './serve.js';

const repository = join(import.meta.dirname, '../..');

interface Subject {
  readonly name: string;
  readonly files: Files;
  /** The file that registers the endpoint, and where the test is put. */
  readonly handler: string;
  readonly test: string;
  readonly attacks: readonly string[];
  /** How many the handler refuses as it was. */
  readonly refused?: number;
}

const forgeries = ['without a signature', 'forged', 'tampered'];
const folder = (name: string): string => readFileSync(join(import.meta.dirname, 'handlers/tested', name), 'utf8');
const manifest = (more: object): string => JSON.stringify({ private: true, ...more });

const scripts: readonly Subject[] = [
  {
    name: 'vitest, an Express application in TypeScript, GitHub',
    files: { 'package.json': manifest({ type: 'module', devDependencies: { vitest: '4' } }), 'src/server.ts': folder('express-github.ts') },
    handler: 'src/server.ts',
    test: 'src/github-webhook.test.ts',
    attacks: forgeries,
  },
  {
    name: "Node's runner, a router in CommonJS, Shopify",
    files: { 'package.json': manifest({ scripts: { test: 'node --test' } }), 'routes/orders.js': folder('router-shopify.js'), 'test/other.js': '' },
    handler: 'routes/orders.js',
    test: 'test/shopify-webhook.test.js',
    attacks: forgeries,
  },
  {
    name: 'mocha, a file that starts its own server, Slack',
    files: { 'package.json': manifest({ type: 'module', scripts: { test: 'mocha' } }), 'server.js': folder('starts-slack.js') },
    handler: 'server.js',
    test: 'test/slack-webhook.test.js',
    attacks: [...forgeries, 'stale'],
  },
  {
    name: 'vitest, a route handler of Next, Stripe',
    files: { 'package.json': manifest({ type: 'module', scripts: { test: 'vitest' } }), 'app/api/webhooks/stripe/route.ts': folder('next-stripe.ts') },
    handler: 'app/api/webhooks/stripe/route.ts',
    test: 'app/api/webhooks/stripe/stripe-webhook.test.ts',
    attacks: [...forgeries, 'stale'],
  },
  {
    name: "Node's runner, a function of Lambda, Standard Webhooks",
    files: { 'package.json': manifest({ type: 'module' }), 'src/inbox.js': folder('lambda-standard.js') },
    handler: 'src/inbox.js',
    test: 'src/inbox-webhook.test.js',
    attacks: ['forged', 'tampered', 'stale'],
    refused: 1,
  },
  {
    name: "Node's runner, a plugin of Fastify, Telegram",
    files: { 'package.json': manifest({ type: 'module' }), 'src/updates.js': folder('fastify-telegram.js') },
    handler: 'src/updates.js',
    test: 'src/telegram-webhook.test.js',
    attacks: ['without a token', 'forged'],
  },
  {
    name: 'vitest, an application of Hono, Slack',
    files: { 'package.json': manifest({ type: 'module', devDependencies: { vitest: '4' } }), 'src/app.ts': folder('hono-slack.ts') },
    handler: 'src/app.ts',
    test: 'src/slack-webhook.test.ts',
    attacks: [...forgeries, 'stale'],
  },
];

const modules: readonly Subject[] = [
  {
    name: 'pytest, an application of Flask, GitHub',
    files: { 'requirements.txt': 'flask\n', 'app.py': folder('flask_github.py') },
    handler: 'app.py',
    test: 'test_github_webhook.py',
    attacks: forgeries,
  },
  {
    name: 'pytest, a blueprint in a package, Slack',
    files: { 'pyproject.toml': '', 'shop/__init__.py': '', 'shop/hooks.py': folder('blueprint_slack.py'), 'tests/__init__.py': '' },
    handler: 'shop/hooks.py',
    test: 'tests/test_slack_webhook.py',
    attacks: [...forgeries, 'stale'],
  },
  {
    name: 'pytest, an application that a function makes, GitLab',
    files: {
      'pyproject.toml': '',
      'mirror/__init__.py':
        'from flask import Flask\n\nfrom mirror.hooks import hooks\n\n\ndef create_app():\n    app = Flask(__name__)\n    app.register_blueprint(hooks, url_prefix="/hooks")\n    return app\n',
      'mirror/hooks.py': folder('blueprint_gitlab.py'),
    },
    handler: 'mirror/hooks.py',
    test: 'test_gitlab_webhook.py',
    attacks: ['without a token', 'forged'],
  },
];

describe.each(scripts)('$name', (subject) => proves(subject, (root) => runScript(subject, root)));

describe.each(modules)('$name', (subject) => {
  let missing: string | undefined;
  beforeAll(() => {
    missing = missingPython('flask', 'pytest');
  }, 300_000);
  proves(
    subject,
    (root) => runModule(subject, root),
    () => missing,
  );
});

function proves(subject: Subject, run: (root: string) => Verdict, missing: () => string | undefined = () => undefined): void {
  it('passes once the handler is repaired, and fails on each attack before', async (context) => {
    context.skip(missing() !== undefined, missing());
    const repaired = await untilSilent(subject.files, (titles) => titles.findIndex((title) => /Standard|HMAC|token/.test(title)));
    const after = await testFor(subject, repaired.files);
    const before = await testFor(subject, subject.files);
    expect([after.path, before.path]).toEqual([subject.test, subject.test]);

    const sound = inFolder({ ...repaired.files, [after.path]: after.text }, run);
    expect(sound.failed, sound.output).toEqual([]);
    expect(sound.passed).toHaveLength(subject.attacks.length + (subject.refused ?? 0) + 2);
    const unsound = inFolder({ ...subject.files, [before.path]: before.text }, run);
    expect(unsound.failed, unsound.output).toHaveLength(subject.attacks.length);
    for (const attack of subject.attacks) expect(unsound.failed.join('\n')).toContain(attack);
  }, 120_000);
}

async function testFor(subject: Subject, files: Files): Promise<{ path: string; text: string }> {
  return inFolderAsync(files, async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    for (const path of Object.keys(files)) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    const endpoint = scanFile(snapshot, subject.handler).endpoints.find((one) => one.webhook);
    if (endpoint === undefined) throw new Error('no endpoint');
    const written = regressionTest(endpoint, snapshot);
    if ('declined' in written) throw new Error(written.declined);
    return written;
  });
}

interface Verdict {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly output: string;
}

function runScript({ test, name }: Subject, root: string): Verdict {
  const bin = (path: string): string => join(repository, 'node_modules', path);
  const command: Record<string, string[]> = {
    vitest: [bin('vitest/vitest.mjs'), 'run', '--root', root, '--reporter=tap-flat', '--no-color'],
    mocha: [bin('mocha/bin/mocha.js'), '--reporter', 'tap'],
    "Node's runner": ['--test', '--test-reporter=tap', test],
  };
  const [runner = ''] = name.split(',');
  return verdict(spawnSync(process.execPath, command[runner] ?? [], { cwd: root, encoding: 'utf8', timeout: 60_000, env: clean() }).stdout);
}

function runModule({ test }: Subject, root: string): Verdict {
  const { stdout } = spawnSync(PYTHON, ['-m', 'pytest', '-p', 'no:cacheprovider', '-rA', '-q', test], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
    env: clean(),
  });
  const named = (outcome: string): string[] =>
    [...stdout.matchAll(new RegExp(`^${outcome} \\S+::test_(\\w+)`, 'gm'))].map((match) => (match[1] ?? '').replaceAll('_', ' '));
  return { passed: named('PASSED'), failed: [...named('FAILED'), ...named('ERROR')], output: stdout };
}

/** The lines of single tests; suites around them have names of routes. */
function verdict(output: string): Verdict {
  const named = (start: string): string[] =>
    [...output.matchAll(new RegExp(`^\\s*${start} \\d+ (?:- )?(.*(?:accepts|refuses|takes) a .*)$`, 'gm'))].map((match) => match[1] ?? '');
  return { passed: named('ok'), failed: named('not ok'), output };
}

/** Nothing of the run that this test is part of. */
function clean(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], PYTHONDONTWRITEBYTECODE: '1', NODE_ENV: 'test' };
}

function inFolder<Result>(files: Files, use: (root: string) => Result): Result {
  const root = folderOf(files);
  try {
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function inFolderAsync<Result>(files: Files, use: (root: string) => Promise<Result>): Promise<Result> {
  const root = folderOf(files);
  try {
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Inside the repository, so that packages are found, and outside of `node_modules`, where runners do not look for tests. */
function folderOf(files: Files): string {
  mkdirSync(join(repository, 'dist'), { recursive: true });
  const root = mkdtempSync(join(repository, 'dist/tested-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
