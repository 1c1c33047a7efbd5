/**
 * `node test/support/package-check.mjs COPY.vsix`: packages, and looks at what came out as its users will: the VSIX's contents,
 * and the npm tarball installed for all folders of a machine that has nothing else. Leaves a copy of the VSIX.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './install.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'webhookproof-package-'));
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const built = (ending) => path.join(scratch, readdirSync(scratch).find((file) => file.endsWith(ending)) ?? `no ${ending}`);
const bin = path.join(scratch, process.platform === 'win32' ? 'prefix' : 'prefix/bin', 'webhookproof');

let passed = 0;
let failed = 0;

check('VSIX and tarball are made, below the size limit', () => {
  console.log(run(process.execPath, ['server/build/package.mjs', '--out', scratch]));
  copyFileSync(built('.vsix'), process.argv[2] ?? path.join(scratch, 'copy.vsix'));
});

check('the tarball holds the product and nothing else', () => {
  const files = run('tar', ['-tzf', built('.tgz')])
    .trim()
    .split('\n');
  for (const file of [
    'package/dist/cli.js',
    'package/dist/server/main.js',
    'package/dist/server/webhookproof.config.schema.json',
    'package/dist/vendor/typescript.js',
    'package/dist/vendor/tree-sitter-python.wasm',
    'package/LICENSE',
    'package/dist/LICENSES.txt',
  ])
    assert.ok(files.includes(file), file);
  assert.deepEqual(
    files.filter((file) => /node_modules|\/test\/|\/src\/|\.map$|\.d\.ts$/.test(file)),
    [],
  );
});

check('the command works after a global install, far from this folder', () => {
  const npm = [
    'install',
    '--global',
    '--prefix',
    path.join(scratch, 'prefix'),
    '--offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--cache',
    path.join(scratch, 'cache'),
    built('.tgz'),
  ];
  run('npm', npm, scratch);
  assert.match(run(bin, ['--version'], scratch), new RegExp(`^(?:webhookproof )?${version}\\s*$`));
  assert.deepEqual(readdirSync(path.join(scratch, 'prefix/lib/node_modules')), ['webhookproof']);
});

check('the installed command finds what is wrong with the samples, in both languages', () => {
  const { status, stdout } = spawnSync(bin, ['scan', path.join(root, 'test/samples'), '--format', 'sarif', '--include-tests'], {
    cwd: scratch,
    encoding: 'utf8',
  });
  assert.equal(status, 1, stdout);
  const results = JSON.parse(stdout).runs[0].results.map(
    ({ ruleId, locations }) => `${ruleId} ${path.basename(locations[0].physicalLocation.artifactLocation.uri)}`,
  );
  assert.deepEqual([...new Set(results)].sort(), [
    'fail-open-verification server.ts',
    'missing-signature-verification app.py',
    'missing-signature-verification route.ts',
    'weak-signature-comparison server.ts',
  ]);
});

check('from the folder of the package, npx runs the built command', () => {
  assert.match(run('npx', ['--no-install', 'webhookproof', '--version']), new RegExp(`${version}\\s*$`));
});

rmSync(scratch, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function check(name, body) {
  try {
    body();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}

function run(command, args, cwd = root) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}
