/**
 * `node test/editor/run-browser.mjs FILE.vsix`: a person's path through the packaged extension, in a browser. Each sample is
 * opened, its findings are seen underlined and in the Problems panel, repaired through the lightbulb and saved; then the files
 * on disk are served by their real frameworks and get genuine and forged deliveries.
 *
 * `--pictures FOLDER` keeps a picture of each step.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserOptions, makeHome, pause, startHost } from '../support/host.mjs';
import { root } from '../support/install.mjs';
import { EditorPage } from './browser-page.mjs';
import { serveExpress, serveFlask, serveNext } from './deliveries.mjs';

/** Repairs are picked by their titles, in the order a person would meet them. `at` is text in the line of the finding. */
const samples = [
  {
    file: 'express-github/server.ts',
    findings: [/secret/i, /compare/i],
    repairs: [
      { at: 'X-Hub-Signature-256', title: /constant time/i },
      { at: 'secret) {', title: /Refuse when the secret is not set/ },
    ],
    serve: serveExpress,
  },
  {
    file: 'next-stripe/app/api/webhooks/stripe/route.ts',
    findings: [/sign/i],
    repairs: [{ at: 'function POST', title: /Stripe SDK/ }],
    serve: serveNext,
  },
  {
    file: 'flask-releases/app.py',
    findings: [/sign/i],
    repairs: [{ at: '/webhooks/github', title: /HMAC/ }],
    serve: serveFlask,
  },
];

const { positionals, values } = parseArgs({ allowPositionals: true, options: { pictures: { type: 'string' } } });
const [vsix] = positionals;
assert.ok(vsix, 'usage: run-browser.mjs FILE.vsix [--pictures FOLDER]');
const pictures = path.resolve(values.pictures ?? path.join(root, 'dist/test/pictures'));
mkdirSync(pictures, { recursive: true });

const settings = { 'typescript.validate.enable': false, 'javascript.validate.enable': false, 'editor.minimap.enabled': false };
const home = makeHome({ vsix: path.resolve(vsix), settings });
const workspace = path.join(home.folder, 'samples');
cpSync(path.join(root, 'test/samples'), workspace, { recursive: true });
const host = await startHost(home);
const browser = await chromium.launch(browserOptions());

/** What is no part of the picture is put away. */
const picturedSettings = {
  'problems.defaultViewMode': 'table',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
};

let passed = 0;
let failed = 0;
const outside = [];

await check('a finding explains itself: hover, page and status', explains);
for (const sample of samples) await check(`${sample.file}: seen, repaired, saved, attacked`, () => personsPath(sample));
await check('a repair of two files is previewed with everything ticked, and applied by Apply', twoFiles);
await check('a finding is ignored with a reason that is typed', ignores);
await check('one handler, and what is found of authenticity, repetition, flows and leaks in it', everyGroup);
await check('nothing outside this machine was asked for anything', () => assert.deepEqual(outside, []));

await browser.close();
await host.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function explains() {
  const { page, editor } = await newPage();
  try {
    await editor.open(pageOf('express-github/server.ts'));
    await editor.underlined();
    assert.match(await editor.hover(), /What it finds/);
    assert.match(await editor.languageStatus(), /Webhookproof: 2 findings.*ms/s);
    await editor.picture(path.join(pictures, 'express-status.png'));
    await editor.problems();
    await editor.follow('fail-open-verification');
  } catch (error) {
    await editor.picture(path.join(pictures, 'explains-failed.png'));
    throw error;
  } finally {
    await page.context().close();
  }
}

/** The parser in one file ate the bytes that the other one verifies. */
async function twoFiles() {
  const folder = path.join(workspace, 'two-files');
  cpSync(path.join(root, 'test/rules/parsed-body-signature/cases/parser-in-other-file.unsound'), folder, { recursive: true });
  const handler = path.join(folder, 'src/billing.ts');
  const application = path.join(folder, 'src/app.ts');
  const before = [handler, application].map((file) => readFileSync(file, 'utf8'));
  const { page, editor } = await newPage();
  try {
    await editor.open(host.page(folder, [['openFile', host.remote(handler)]]));
    await editor.underlined();
    const { line, column } = placeOf(before[0], 'constructEvent');
    await editor.cursorOn(line, column);
    await editor.lightbulb(/Sign the bytes/);
    await editor.pick(/Sign the bytes/);
    const ticks = await editor.refactorPreview();
    await editor.picture(path.join(pictures, 'two-files-preview.png'));
    assert.deepEqual(
      ticks.filter((row) => row.isFile),
      [
        { isFile: true, text: 'billing.ts', isTicked: true },
        { isFile: true, text: 'app.ts', isTicked: true },
      ].sort((a, b) => ticks.findIndex((row) => row.text === a.text) - ticks.findIndex((row) => row.text === b.text)),
    );
    await editor.applyPreview();
    await editor.command('File: Save All Files');
    await editor.clean();
    await editor.picture(path.join(pictures, 'two-files-applied.png'));
    for (const [index, file] of [handler, application].entries()) await saved(file, before[index]);
  } catch (error) {
    await editor.picture(path.join(pictures, 'two-files-failed.png'));
    throw error;
  } finally {
    await page.context().close();
  }
}

/** The picture in the README: its findings stand in the panel as a table, one line each. */
async function everyGroup() {
  const folder = path.join(home.folder, 'payments');
  cpSync(path.join(root, 'test/editor/cases/payments'), folder, { recursive: true });
  mkdirSync(path.join(folder, '.vscode'));
  writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify(picturedSettings));
  const file = path.join(folder, 'server.ts');
  const { page, editor } = await newPage({ width: 1140, height: 900 });
  try {
    await editor.open(host.page(folder, [['openFile', host.remote(file)]]));
    await editor.underlined();
    await editor.command('View: Close Primary Side Bar');
    const rows = await editor.problemsTable();
    for (const rule of ['missing-idempotency', 'weak-signature-comparison', 'ssrf', 'secret-in-logs', 'error-detail-leak'])
      assert.ok(rows.includes(rule), rows);
    const { line, column } = placeOf(readFileSync(file, 'utf8'), 'String(error)');
    await editor.cursorOn(line, column + 'String'.length);
    await editor.lightbulb(/fixed text/);
    await editor.picture(path.join(pictures, 'every-group.png'), { x: 0, y: 0, width: 1140, height: 900 });
    await editor.pick(/fixed text/);
    await editor.save();
    assert.doesNotMatch(readFileSync(file, 'utf8'), /String\(error\)/);
  } catch (error) {
    await editor.picture(path.join(pictures, 'every-group-failed.png'));
    throw error;
  } finally {
    await page.context().close();
  }
}

/** Saving has no sign in the page that is there for certain: the file itself is asked, for ten seconds. */
async function saved(file, before) {
  for (let attempt = 0; attempt < 50 && readFileSync(file, 'utf8') === before; attempt++) await pause(200);
  assert.notEqual(readFileSync(file, 'utf8'), before, file);
}

async function ignores() {
  const file = path.join(workspace, 'ignored.ts');
  cpSync(path.join(root, 'test/samples/express-github/server.ts'), file);
  const text = readFileSync(file, 'utf8');
  const { page, editor } = await newPage();
  try {
    await editor.open(pageOf('ignored.ts'));
    await editor.underlined();
    const { line, column } = placeOf(text, 'X-Hub-Signature-256');
    await editor.cursorOn(line, column);
    await editor.lightbulb(/Ignore .* with a reason/);
    await editor.picture(path.join(pictures, 'ignore-lightbulb.png'));
    await editor.pick(/Ignore .* with a reason/);
    await pause(500);
    await page.keyboard.type('rotated every hour');
    await editor.save();
    assert.match(readFileSync(file, 'utf8'), /^ *\/\/ webhookproof-ignore [a-z-]+ -- rotated every hour$/m);
  } catch (error) {
    await editor.picture(path.join(pictures, 'ignore-failed.png'));
    throw error;
  } finally {
    await page.context().close();
  }
}

async function personsPath({ file, findings, repairs, serve }) {
  const onDisk = path.join(workspace, file);
  const before = readFileSync(onDisk, 'utf8');
  const { page, editor } = await newPage();
  const name = path.basename(path.dirname(file)) === 'stripe' ? 'next' : file.split('-')[0];
  const picture = (step) => editor.picture(path.join(pictures, `${name}-${step}.png`));
  try {
    await editor.open(pageOf(file));
    await editor.underlined();
    const rows = (await editor.problems()).join('\n');
    for (const finding of findings) assert.match(rows, finding);
    await picture('found');

    for (const [index, { at, title }] of repairs.entries()) {
      const { line, column } = placeOf(readFileSync(onDisk, 'utf8'), at);
      await editor.cursorOn(line, column);
      await editor.lightbulb(title);
      await picture(`lightbulb-${index + 1}`);
      await editor.pick(title);
      await pause(500);
      await editor.save();
    }
    await editor.clean();
    await picture('repaired');

    const after = readFileSync(onDisk, 'utf8');
    assert.notEqual(after, before);
    const kept = before.split('\n').filter((line) => after.includes(line)).length;
    assert.ok(kept > before.split('\n').length * 0.6, 'the handler is still the same handler');

    const delivered = await serve(workspace, home.folder);
    const { genuine, forged, unsigned, leaked, stored, leakedWithoutSecret = 0, log } = delivered;
    assert.ok(genuine >= 200 && genuine < 300, `genuine answered ${genuine}\n${after}\n${log}`);
    assert.ok(forged >= 400 && forged < 500, `forged answered ${forged}\n${after}\n${log}`);
    assert.ok(unsigned >= 400 && unsigned < 500, `unsigned answered ${unsigned}\n${after}\n${log}`);
    assert.deepEqual({ leaked, stored, leakedWithoutSecret }, { leaked: 0, stored: 1, leakedWithoutSecret: 0 });
  } catch (error) {
    await picture('failed');
    throw error;
  } finally {
    await page.context().close();
  }
}

async function newPage(viewport = { width: 1280, height: 800 }) {
  const page = await (await browser.newContext({ viewport })).newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(host.url) && !/^(?:data|blob|vscode)/.test(request.url())) outside.push(request.url());
  });
  return { page, editor: new EditorPage(page) };
}

function pageOf(file) {
  return host.page(workspace, [['openFile', host.remote(path.join(workspace, file))]]);
}

/** Where a person clicks, by a part of the line. */
function placeOf(text, part) {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.includes(part));
  assert.ok(index >= 0, `${part} is not in\n${text}`);
  return { line: index + 1, column: lines[index].indexOf(part) + 2 };
}

async function check(name, run) {
  try {
    await run();
    passed += 1;
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}
