/**
 * Vulnerable functions of platforms that call them with a request: scanned, repaired by what the scan offers, then called as the
 * platform calls them, and attacked.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilSilent } from '../remedies/until-silent.js';
import { type Attack, attacks, genuine, provider, secretOf, variableOf } from './deliveries.js';
import { missingPython, type Served, servePython } from './serve.js';

type Settings = Readonly<Record<string, string>>;
/** What a platform makes of a delivery: the status that the function answers with. */
type Caller = (attack: Attack, settings: Settings) => Promise<number>;
type Loaded = Readonly<Record<string, unknown>>;

interface Platform {
  readonly name: string;
  /** All of them unless the file's place names a sender itself, or says nothing of deliveries. */
  readonly ids?: readonly string[];
  path(id: string): string;
  text(id: string): string;
  call(module: Loaded): Caller;
}

const IDS = ['github', 'stripe', 'slack', 'discord', 'gitlab', 'generic-hmac'];
const TITLES = /HMAC|secret token|Ed25519/;
const secrets: Settings = Object.fromEntries(IDS.map((id) => [variableOf(provider(id)), secretOf(provider(id))]));
const word = (id: string): string => (id === 'generic-hmac' ? 'orders' : id);
const effects =
  "import { appendFileSync } from 'node:fs';\n\nconst take = (event: { id: string }): void => appendFileSync(process.env.EFFECTS ?? '', `taken ${event.id}\\n`);\n\n";
const web = ({ body, headers }: Attack, url = 'http://localhost/hook'): Request => new Request(url, { method: 'POST', body, headers });
const of = <T>(module: Loaded, name: string): T => module[name] as T;
const status = async (answer: Promise<{ readonly status?: number; readonly statusCode?: number }>): Promise<number> => {
  const { status: told, statusCode } = await answer;
  return told ?? statusCode ?? 200;
};

const platforms: readonly Platform[] = [
  {
    name: 'SvelteKit',
    path: (id) => `src/routes/webhooks/${word(id)}/+server.ts`,
    text: () =>
      `${effects}export async function POST({ request }: { request: Request }): Promise<Response> {\n  take(await request.json());\n  return new Response(null, { status: 204 });\n}\n`,
    call: (module) => (attack) => status(of<(event: object) => Promise<Response>>(module, 'POST')({ request: web(attack), params: {} })),
  },
  {
    name: 'SvelteKit, the event whole',
    path: (id) => `src/routes/hooks/webhooks/${word(id)}/+server.js`,
    text: () =>
      `${effects.replace(/: \{ id: string \}|: void/g, '')}export const POST = async (event) => {\n  const { request } = event;\n  const delivery = await request.json();\n  take(delivery);\n  return new Response('ok');\n};\n`,
    call: (module) => (attack) => status(of<(event: object) => Promise<Response>>(module, 'POST')({ request: web(attack), params: {} })),
  },
  {
    name: 'Remix',
    path: (id) => `app/routes/webhooks.${word(id)}.ts`,
    text: () =>
      `${effects}export const action = async (args: { request: Request }) => {\n  const delivery = await args.request.json();\n  take(delivery);\n  return new Response('ok');\n};\n`,
    call: (module) => (attack) => status(of<(args: object) => Promise<Response>>(module, 'action')({ request: web(attack), params: {}, context: {} })),
  },
  {
    name: 'Astro',
    path: (id) => `src/pages/webhooks/${word(id)}.ts`,
    text: () =>
      `${effects}export const prerender = false;\n\nexport async function POST(context: { request: Request }) {\n  take(await context.request.json());\n  return new Response('ok');\n}\n`,
    call: (module) => (attack) => status(of<(context: object) => Promise<Response>>(module, 'POST')({ request: web(attack), params: {} })),
  },
  {
    name: 'Workers',
    path: (id) => `workers/${word(id)}-webhook/src/index.ts`,
    text: (id) =>
      `${effects}interface Env {\n  QUEUE: string;\n}\n\nexport default {\n  async fetch(request: Request, env: Env): Promise<Response> {\n    const url = new URL(request.url);\n    if (request.method === 'GET') return new Response('up');\n    if (url.pathname === '/webhooks/${word(id)}') {\n      const event = (await request.json()) as { id: string };\n      take(event);\n      return new Response(env.QUEUE);\n    }\n    return new Response('not found', { status: 404 });\n  },\n};\n`,
    call: (module) => (attack, settings) =>
      status(of<{ fetch(request: Request, env: object): Promise<Response> }>(module, 'default').fetch(web(attack, ADDRESS.url), { QUEUE: 'q', ...settings })),
  },
  {
    name: 'Supabase',
    ids: IDS.slice(0, -1),
    path: (id) => `supabase/functions/${word(id)}-webhook/index.ts`,
    text: () => `${effects}Deno.serve(async (req: Request) => {\n  const event = await req.json();\n  take(event);\n  return new Response('ok');\n});\n`,
    call: () => (attack) => status(deno.serving(web(attack))),
  },
  {
    name: 'Netlify',
    ids: IDS.slice(0, -1),
    path: (id) => `netlify/functions/${word(id)}-webhook.ts`,
    text: () => `${effects}export default async (req: Request) => {\n  take(await req.json());\n  return new Response('ok');\n};\n`,
    call: (module) => (attack) => status(of<(request: Request, context: object) => Promise<Response>>(module, 'default')(web(attack), {})),
  },
  {
    name: 'Netlify as Lambda',
    ids: IDS.slice(0, -1),
    path: (id) => `netlify/functions/lambda-${word(id)}-webhook.ts`,
    text: () =>
      `${effects}export const handler = async (event: { body: string | null; headers: Record<string, string | undefined>; isBase64Encoded: boolean }) => {\n  take(JSON.parse(event.body ?? '{}'));\n  return { statusCode: 200, body: 'ok' };\n};\n`,
    call: (module) => (attack) => status(of<(event: object) => Promise<{ statusCode: number }>>(module, 'handler')(lambdaEvent(attack, false))),
  },
  {
    name: 'Lambda behind the REST API',
    ids: IDS.slice(0, -1),
    path: (id) => `src/${word(id)}-webhook.ts`,
    text: () =>
      `${effects}export const handler = async ({ body, isBase64Encoded }: { body: string | null; headers: Record<string, string | undefined>; isBase64Encoded: boolean }) => {\n  take(JSON.parse(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString() : (body ?? '')));\n  return { statusCode: 200, body: 'ok' };\n};\n`,
    call: (module) => (attack) => status(of<(event: object) => Promise<{ statusCode: number }>>(module, 'handler')(lambdaEvent(attack, true))),
  },
  {
    name: 'Azure',
    path: (id) => `src/functions/${word(id)}.ts`,
    text: (id) =>
      `${effects}import { app, type HttpRequest } from '@azure/functions';\n\napp.http('${word(id)}-webhook', {\n  methods: ['POST'],\n  route: 'webhooks/${word(id)}',\n  handler: async (request: HttpRequest) => {\n    take((await request.json()) as { id: string });\n    return { status: 200 };\n  },\n});\n`,
    call: () => (attack) => status(azure.handler(web(attack))),
  },
  {
    name: "Next's API routes",
    path: (id) => `pages/api/webhooks/${word(id)}.ts`,
    text: () =>
      `${effects}import type { NextApiRequest, NextApiResponse } from 'next';\n\nexport default function handler(req: NextApiRequest, res: NextApiResponse) {\n  if (req.method !== 'POST') return res.status(405).end();\n  take(req.body);\n  res.status(200).json({ ok: true });\n}\n`,
    call: nodeStyle,
  },
  {
    name: 'Vercel in the style of Node',
    path: (id) => `api/webhooks/${word(id)}.ts`,
    text: () =>
      `${effects}import type { VercelRequest, VercelResponse } from '@vercel/node';\n\nexport default async (req: VercelRequest, res: VercelResponse) => {\n  const event = req.body;\n  take(event);\n  return res.status(200).send('ok');\n};\n`,
    call: nodeStyle,
  },
  {
    name: 'Vercel in the style of the web',
    path: (id) => `api/hooks/webhook-${word(id)}.ts`,
    text: () => `${effects}export async function POST(request: Request) {\n  take(await request.json());\n  return new Response('ok');\n}\n`,
    call: (module) => (attack) => status(of<(request: Request) => Promise<Response>>(module, 'POST')(web(attack))),
  },
];

/** What the platforms' runtimes hand over or keep. */
const ADDRESS = { url: '' };
const azure = { handler: (_: Request): Promise<{ status: number }> => Promise.reject(new Error('nothing is registered')) };
const deno = {
  serving: (_: Request): Promise<Response> => Promise.reject(new Error('nothing is served')),
  serve(handler: (request: Request) => Promise<Response>): void {
    deno.serving = handler;
  },
  env: { get: (name: string): string | undefined => process.env[name] },
};

describe.each(platforms)('$name', (platform) => {
  const folder = mkdtempSync(join(import.meta.dirname, '../../node_modules/.served-'));
  const file = join(folder, 'effects.txt');
  const environment = { ...process.env };
  const files = Object.fromEntries((platform.ids ?? IDS).map((id) => [platform.path(id), platform.text(id)]));
  let repaired: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    const result = await untilSilent(
      files,
      (titles) =>
        Math.max(
          0,
          titles.findIndex((title) => TITLES.test(title)),
        ),
      (finding) => finding.rule === 'missing-signature-verification',
    );
    expect(result.left.map((finding) => finding.message.split('\n')[0])).toEqual([]);
    repaired = result.files;
    Object.assign(globalThis, { Deno: deno });
  }, 60_000);
  afterAll(() => {
    process.env = environment;
    rmSync(folder, { recursive: true, force: true });
    Reflect.deleteProperty(globalThis, 'Deno');
  });

  it.each(platform.ids ?? IDS)('%s: a genuine delivery is taken once, everything else is refused, without a secret all of it', async (id) => {
    const row = provider(id);
    ADDRESS.url = `http://localhost/webhooks/${word(id)}`;
    process.env = { ...environment, ...secrets, EFFECTS: file };
    rmSync(file, { force: true });
    writeFileSync(file, '');
    const { caller, close } = await loaded(platform, folder, platform.path(id), repaired[platform.path(id)] ?? '');
    try {
      expect(await caller(genuine(row), secrets)).toBeOneOf([200, 204]);
      expect(readFileSync(file, 'utf8')).toBe('taken evt_1\n');
      for (const attack of attacks(row))
        expect({ attack: attack.name, answer: Math.floor((await caller(attack, secrets)) / 100) }).toEqual({ attack: attack.name, answer: 4 });
      for (const variable of Object.keys(secrets)) delete process.env[variable];
      expect(await caller(genuine(row), {})).toBeGreaterThanOrEqual(400);
      expect(readFileSync(file, 'utf8')).toBe('taken evt_1\n');
    } finally {
      await close();
    }
  });
});

describe('Lambda in Python', () => {
  const route = (id: string): string =>
    `def lambda_handler(event, context):\n    delivery = json.loads(event["body"])\n    save_delivery("${id}", delivery["id"])\n    return {"statusCode": 200, "body": "ok"}\n`;
  let served: Served;
  let missing: string | undefined;
  beforeAll(async () => {
    missing = missingPython('cryptography');
    if (missing) return;
    const files = Object.fromEntries(IDS.map((id) => [`${word(id)}_webhook.py`, `import json\n\nfrom store import save_delivery\n\n\n${route(id)}`]));
    const result = await untilSilent(
      files,
      (titles) =>
        Math.max(
          0,
          titles.findIndex((title) => TITLES.test(title)),
        ),
      (finding) => finding.rule === 'missing-signature-verification',
    );
    expect(result.left.map((finding) => finding.message.split('\n')[0])).toEqual([]);
    served = await servePython({ ...result.files, 'store.py': STORE, 'host.py': HOST }, 'host.py', secrets);
  }, 300_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(() => served?.stop());

  it.each(IDS)('%s: a genuine delivery is taken once, everything else is refused', async (id) => {
    const row = provider(id);
    const send = async (attack: Attack): Promise<number> =>
      (await served.send(`/${word(id)}`, { method: 'POST', body: attack.body, headers: attack.headers })).status;
    expect([await send(genuine(row)), served.effects()]).toEqual([200, [`${id} evt_1`]]);
    for (const attack of attacks(row))
      expect({ attack: attack.name, answer: Math.floor((await send(attack)) / 100), effects: served.effects() }).toEqual({
        attack: attack.name,
        answer: 4,
        effects: [],
      });
  });
});

const STORE =
  'import os\n\n\ndef save_delivery(route, id):\n    with open(os.environ["EFFECTS"], "a") as effects:\n        effects.write(f"{route} {id}\\n")\n';

/** Calls the functions as the HTTP API does: header names in lower case, the body in clear text. */
const HOST = `import importlib
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Host(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)
        self.end_headers()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        event = {"body": body, "headers": headers, "isBase64Encoded": False}
        answer = importlib.import_module(f"{self.path[1:]}_webhook").lambda_handler(event, None)
        self.send_response(answer["statusCode"])
        self.end_headers()

    def log_message(self, *args):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Host).serve_forever()
`;

async function loaded(platform: Platform, folder: string, path: string, text: string): Promise<{ caller: Caller; close(): Promise<void> }> {
  const source = join(folder, path);
  mkdirSync(dirname(source), { recursive: true });
  writeFileSync(source, text);
  const outfile = join(folder, `${path.replace(/\W/g, '_')}.mjs`);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
    plugins: [
      {
        name: 'platform',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^(?:\$env\/dynamic\/private|@azure\/functions)$/ }, (args) => ({ path: args.path, namespace: 'platform' }));
          onLoad({ filter: /.*/, namespace: 'platform' }, ({ path: wanted }) => ({
            contents: wanted.startsWith('$env')
              ? 'export const env = process.env;'
              : 'export const app = { http: (name, { handler }) => { globalThis.registered = handler; } };',
          }));
        },
      },
    ],
  });
  const module = (await import(/* @vite-ignore */ outfile)) as Loaded;
  const { registered } = globalThis as unknown as { registered?: typeof azure.handler };
  if (registered) azure.handler = registered;
  const call = platform.call(module);
  const server = servers.get(call);
  return { caller: call, close: () => new Promise((done) => (server ? server.close(() => done()) : done())) };
}

function lambdaEvent({ body, headers }: Attack, isRest: boolean): object {
  const titled = (name: string): string => name.replace(/(^|-)\w/g, (start) => start.toUpperCase());
  return {
    body: isRest ? Buffer.from(body).toString('base64') : body,
    isBase64Encoded: isRest,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [isRest ? titled(name) : name, value])),
  };
}

// ----------------------------------------------------------------------------------- functions that are given a response

const servers = new WeakMap<Caller, ReturnType<typeof createServer>>();

type NodeHandler = (request: IncomingMessage & { body?: unknown }, response: ServerResponse) => unknown;

/** The body is parsed in front of the function unless it says otherwise, and the response has short ways to answer. */
function nodeStyle(module: Loaded): Caller {
  const handler = of<NodeHandler>(module, 'default');
  const { api } = (module['config'] ?? {}) as { api?: { bodyParser?: boolean } };
  const server = createServer(async (request: IncomingMessage & { body?: unknown }, response) => {
    try {
      if (api?.bodyParser !== false) {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        request.body = JSON.parse(Buffer.concat(chunks).toString());
      }
      await handler(request, withShortWays(response));
    } catch {
      response.writeHead(500).end();
    }
  });
  const listening = new Promise<number>((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
  const caller: Caller = async ({ body, headers }) => {
    const answer = await fetch(`http://127.0.0.1:${await listening}/`, { method: 'POST', body, headers });
    await answer.arrayBuffer();
    return answer.status;
  };
  servers.set(caller, server);
  return caller;
}

function withShortWays(response: ServerResponse): ServerResponse {
  const send = (value: unknown): ServerResponse => response.end(typeof value === 'string' ? value : JSON.stringify(value));
  const ways = {
    status(code: number): ServerResponse {
      response.statusCode = code;
      return response;
    },
    send,
    json: send,
  };
  return Object.assign(response, ways);
}
