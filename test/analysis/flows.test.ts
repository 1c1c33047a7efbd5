import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../server/src/analysis/analyse.js';
import { argumentName, flowsIn, pieceName, sentIn, stepsOf } from '../../server/src/analysis/flow/report.js';
import type { SinkKind } from '../../server/src/knowledge/rows.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { caseOf, withProject } from '../support/cases.js';

const kinds: readonly SinkKind[] = [
  'request-url',
  'redirect',
  'sql',
  'nosql',
  'command',
  'code',
  'template',
  'path',
  'dynamodb-expression',
  'prompt',
  'resource-name',
];

/** `fetch(req.body.url)` for each flow of a file, in order, with the weak checks counted. */
async function flowsOf(files: Readonly<Record<string, string>>): Promise<{ told: string[]; steps: string[][]; from: string[] }> {
  const all = Object.entries(files).map(([path, text]) => ({ path, text }));
  return withProject(caseOf('flows', 'unsound', all), async (root) => {
    const workspace = new Workspace({ root, log: () => undefined });
    for (const { path } of all) await workspace.ready(path);
    const snapshot = workspace.snapshot();
    const found = all.flatMap(({ path }) => [...flowsIn(analyseFile(snapshot, path).endpoints, ...kinds)]);
    return {
      told: found.map(
        ({ flow }) => `${flow.kind} ${flow.spelling}(${argumentName(flow, snapshot)}) by ${pieceName(flow, snapshot)}${flow.reach.weak ? ' weakly' : ''}`,
      ),
      steps: found.map(({ flow }) => stepsOf(flow, snapshot).map((step) => step.message)),
      from: found.map(({ flow }) => sentIn(flow.reach.trail)),
    };
  });
}

const express = (body: string, top = ''): Record<string, string> => ({
  'hooks.ts': `import express from 'express';\nimport { exec } from 'node:child_process';\n${top}\nconst app = express();\napp.use(express.json());\napp.post('/webhooks/parcels', async (req, res) => {\n${body}\n  res.sendStatus(204);\n});\n`,
});

const flask = (body: string, top = ''): Record<string, string> => ({
  'hooks.py': `import os\nimport requests\nfrom urllib.parse import urlparse\nfrom flask import Flask, request\n${top}\napp = Flask(__name__)\n\n\n@app.post("/webhooks/parcels")\ndef parcels():\n    body = request.get_json()\n${body}\n    return "", 204\n`,
});

describe('what the sender decides', () => {
  it.each([
    ['await fetch(req.body.url);', ['request-url fetch(req.body.url) by req.body.url']],
    ['const { links: [first] } = req.body; await fetch(first);', ['request-url fetch(first) by first']],
    ['const { url, ...rest } = req.body; await fetch(rest.next);', ['request-url fetch(rest.next) by rest.next']],
    ['await fetch({ ...req.body }.url ?? "https://x/");', ['request-url fetch({ ...req.body }.url ?? "https://x/") by Request.body']],
    ['for (const one of req.body.all) await fetch(one.url);', ['request-url fetch(one.url) by one.url']],
    ['await Promise.all(req.body.all.map((one) => fetch(one.url)));', ['request-url fetch(one.url) by one.url']],
    ['const at = ["https:/", req.body.host, "x"].join("/"); await fetch(at);', ['request-url fetch(at) by req.body.host']],
    ['exec("convert " + req.body.file.trim());', ['command exec("convert " + req.body.file.trim()) by req.body.file']],
    ['await db[req.body.kind].count();', ['resource-name db(db[req.body.kind]) by req.body.kind']],
    ['if (/^[a-z]+$/.test(req.body.kind)) await db.collection(req.body.kind).count();', ['resource-name db.collection(req.body.kind) by req.body.kind']],
    ['await Promise.resolve(req.body).then((body) => fetch(body.url));', ['request-url fetch(body.url) by body.url']],
  ])('is followed in %s', async (body, told) => {
    expect((await flowsOf(express(body))).told).toEqual(told);
  });

  it.each([
    'await fetch(`https://api.parcels.test/${req.body.id}`);',
    'await fetch(process.env.BASE + "/" + req.body.id);',
    'await fetch("https://api.parcels.test/" + encodeURIComponent(req.body.id));',
    'if (!["https://a.test/", "https://b.test/"].includes(req.body.url)) return; await fetch(req.body.url);',
    'const { host } = new URL(req.body.url); if (host !== "a.test") return; await fetch(req.body.url);',
    'const at = new URL(req.body.url); if (!at.hostname.endsWith(".a.test")) throw new Error(); await fetch(at);',
    'let at = "https://a.test/"; if (known.has(req.body.url)) at = req.body.url; await fetch(at);',
    'if (!known.some((one) => one === new URL(req.body.url).host)) return; await fetch(req.body.url);',
    'if (!/^https:\\/\\/[a-z]+\\.parcels\\.test\\//.test(req.body.url)) return; await fetch(req.body.url);',
    'const at = targets[req.body.kind]; await fetch(at);',
    'exec("convert " + Number(req.body.size));',
    'if (!Number.isInteger(req.body.size)) return; exec(`convert ${req.body.size}`);',
    'await fetch(check(req.body.url));',
    'if (/^(letters|boxes)$/.test(req.body.kind)) await db.collection(req.body.kind).count();',
    'if (/^[a-z]+$/.test(req.body.kind)) await db.collection(`tenant-${req.body.kind}`).count();',
  ])('is nothing in %s', async (body) => {
    expect(
      (
        await flowsOf(
          express(
            body,
            'import { check } from "some-package";\nconst known = new Set(["a.test"]);\nconst targets: Record<string, string> = { a: "https://a.test/" };',
          ),
        )
      ).told,
    ).toEqual([]);
  });

  it.each([
    'if (!req.body.url.includes("parcels.test")) return; await fetch(req.body.url);',
    'if (!req.body.url.startsWith("https://parcels.test")) return; await fetch(req.body.url);',
    'const { host } = new URL(req.body.url); if (!host.endsWith("parcels.test")) return; await fetch(req.body.url);',
    'if (!/parcels\\.test/.test(req.body.url)) return; await fetch(req.body.url);',
    'if (req.body.url.includes("localhost")) return; await fetch(req.body.url);',
  ])('is not taken from them by %s', async (body) => {
    expect((await flowsOf(express(body))).told).toEqual(['request-url fetch(req.body.url) by req.body.url weakly']);
  });

  it.each([
    ['    requests.post(body["url"])', ['request-url requests.post(body["url"]) by body["url"]']],
    ['    requests.get("https://%s/x" % body["host"])', ['request-url requests.get("https://%s/x" % body["host"]) by body["host"]']],
    [
      '    requests.get("{}://{host}/".format("https", host=body["host"]))',
      ['request-url requests.get("{}://{host}/".format("https", host=body["host"])) by body["host"]'],
    ],
    ['    [requests.get(one["url"]) for one in body["all"]]', ['request-url requests.get(one["url"]) by one["url"]']],
    ['    os.system(f"convert {body[\'file\']}")', ["command os.system(f\"convert {body['file']}\") by body['file']"]],
    ['    requests.get(f"https://api.parcels.test/{body[\'id\']}")', []],
    ['    requests.get("https://api.parcels.test/%s" % body["id"])', []],
    ['    if urlparse(body["url"]).hostname not in HOSTS:\n        return "", 400\n    requests.get(body["url"])', []],
    ['    os.system(f"convert {int(body[\'size\'])}")', []],
  ])('is followed in Python: %s', async (body, told) => {
    expect((await flowsOf(flask(body, 'HOSTS = {"a.test"}'))).told).toEqual(told);
  });

  it('is followed through functions, files and objects', async () => {
    const found = await flowsOf({
      ...express('  await new Notifier(req.body.callback).notify();', "import { Notifier } from './notifier';"),
      'notifier.ts': `export class Notifier {\n  constructor(private readonly target: string) {}\n  async notify() { await send({ to: this.target }); }\n}\nasync function send({ to }: { to: string }) {\n  await fetch(to);\n}\n`,
    });
    expect(found.told).toEqual(['request-url fetch(to) by req.body.callback']);
    expect(found.steps[0]?.[0]).toBe('`req.body.callback` comes from the sender');
    expect(found.from).toEqual(['payload']);
  });

  it('is checked by helpers in other files', async () => {
    const helper = `const hosts = ['a.test'];\nexport function allowed(url: string) {\n  try {\n    const { hostname } = new URL(url);\n    return hosts.includes(hostname);\n  } catch {\n    return false;\n  }\n}\nexport function ensure(url: string) {\n  if (!allowed(url)) throw new Error('no');\n  return url;\n}\n`;
    const top = "import { allowed, ensure } from './allowed';";
    expect((await flowsOf({ ...express('  if (!allowed(req.body.url)) return;\n  await fetch(req.body.url);', top), 'allowed.ts': helper })).told).toEqual([]);
    expect((await flowsOf({ ...express('  await fetch(ensure(req.body.url));', top), 'allowed.ts': helper })).told).toEqual([]);
    expect((await flowsOf({ ...express('  allowed(req.body.url);\n  await fetch(req.body.url);', top), 'allowed.ts': helper })).told).toHaveLength(1);
  });
});
