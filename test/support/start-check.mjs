/** `npm start` as a newcomer meets it: findings in the terminal, an address that answers, and nothing left behind after Ctrl+C. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pause } from './host.mjs';
import { root } from './install.mjs';

/** Everything that is made goes here, so that what is left can be seen. */
const scratch = mkdtempSync(path.join(tmpdir(), 'webhookproof-start-check-'));
const own = mkdtempSync(path.join(tmpdir(), 'webhookproof-own-'));
writeFileSync(
  path.join(own, 'app.py'),
  'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/stripe/webhook")\ndef hook():\n    orders.insert(request.get_json())\n    return ""\n',
);

let passed = 0;
let failed = 0;
await check('the samples', [], /fail-open-verification[\s\S]*missing-signature-verification[\s\S]*http:/);
await check('a folder of one’s own', [own], /app\.py:\d+:\d+ +error +missing-signature-verification[\s\S]*http:/);
for (const folder of [scratch, own]) rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function check(name, args, wanted) {
  const child = spawn(process.execPath, [path.join(root, 'test/support/start.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, TMPDIR: scratch, INIT_CWD: root },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  try {
    for (const end = Date.now() + 120_000; !output.includes('Ctrl+C'); await pause(200))
      assert.ok(Date.now() < end && child.exitCode === null, 'no address came');
    assert.match(output, wanted);
    const [url] = /http:\/\/127\.0\.0\.1:\S+/.exec(output);
    assert.equal((await fetch(url)).status, 200);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    assert.equal(await gone, 0);
    assert.deepEqual(
      readdirSync(scratch).filter((file) => file.startsWith('webhookproof')),
      [],
    );
    await assert.rejects(fetch(url), 'the address still answers');
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}\n${output}`);
    child.kill('SIGKILL');
  }
}
