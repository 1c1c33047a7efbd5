import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mayHoldEndpoint } from '../../server/src/workspace/prefilter.js';

const scripts: Readonly<Record<string, string>> = {
  'Express, inline': "const app = express();\napp.post('/parcels', (req, res) => res.send());",
  'Express, router with a path per line': "router.post(\n  '/inbox',\n  express.raw({ type: '*/*' }),\n  receive,\n);",
  'Express, controller in a file of its own': 'export function receive(req: Request, res: Response) {}',
  'Express, route chain': "app.route('/inbox', x); app.route('/a').post(handler)",
  'Express, list of paths': "app.all(['/a', '/b'], receive);",
  'Fastify, shorthand': "fastify.post<{ Body: Parcel }>('/inbox', { config: { rawBody: true } }, async (request, reply) => {});",
  'Fastify, route object': "server.route({ method: 'POST', url: '/inbox', handler });",
  'Fastify, plugin': 'const plugin: FastifyPluginAsync<Options> = async (fastify) => {};',
  'Next, app router': 'export async function POST(request: Request) {}',
  'Next, app router, constant': 'export const POST = withLogging(async (req) => {});',
  'Next, app router, from elsewhere': "export { POST } from '@/lib/receive';",
  'Next, app router, from an object': 'export const { GET, POST } = handlers;',
  'Next, pages': 'export default async function receive(req: NextApiRequest, res: NextApiResponse) {}',
  'Next, pages, JavaScript': 'export default async function (req, res) {}',
  Nest: "@Controller('inbox')\nexport class InboxController {\n  @Post()\n  receive(@Req() req: RawBodyRequest<Request>) {}\n}",
  'Koa, middleware': 'app.use(async (ctx, next) => {});',
  'Koa, named route': "router.post('parcels.inbox', '/inbox', handle);",
  Hono: "app.post('/inbox', async (c) => c.json({}));",
  'Hono, typed handler': 'export const receive = async (c: Context<Env>) => c.json({});',
  'Hono, on': "app.on(['POST', 'PUT'], '/inbox', receive);",
  'Hono, OpenAPI': 'const route = createRoute({ method: "post", path: "/inbox" });',
  h3: 'export default defineEventHandler(async (event) => {});',
  SvelteKit: 'export const POST: RequestHandler = async ({ request }) => {};',
  Remix: 'export const action = async ({ request }: ActionFunctionArgs) => {};',
  'Remix, function': 'export async function action({ request }) {}',
  Astro: 'export const ALL: APIRoute = ({ request }) => {};',
  'Worker, module': 'export default { async fetch(request, env) {} };',
  'Worker, arrow': 'export default { fetch: async (req: Request, env: Env) => {} };',
  'Worker, service': "addEventListener('fetch', (event) => {});",
  'Bun or Deno': 'Bun.serve({ fetch(req) { return new Response(); } }); const h = { fetch: (req) => 1 };',
  'Lambda, ESM': 'export const handler: APIGatewayProxyHandlerV2 = async (event) => {};',
  'Lambda, CommonJS': 'module.exports.parcels = async (event) => {};',
  'Lambda, callback': 'exports.parcels = function (event, context, callback) {};',
  'Azure function': 'module.exports = async function (context, req) {};',
  'Google function': 'functions.https.onRequest((req, res) => {});',
  Elysia: "new Elysia().post('/inbox', ({ body }) => body);",
  'node:http': 'http.createServer((req, res) => {});',
  'node:http, named listener': 'const server = createServer(listener);',
  oRPC: 'export const receiveWebhook = base.input(schema).handler(async ({ input }) => {});',
  tRPC: 'webhook: publicProcedure.input(z.any()).mutation(async ({ input }) => {}),',
  Convex: 'http.route({ path: "/inbox", method: "POST", handler: httpAction(async (ctx, request) => {}) });',
  'use-case class': 'class StripeWebhook {\n  async handle(rawBody: Buffer, signature: string) {}\n}',
  'middleware that checks': "export function check(req, res, next) { const given = req.headers['x-parcel-signature']; }",
  'CRLF and a mark at the beginning': "\uFEFFapp.post('/a',\r\n  receive);\r\n",
};

const pythons: Readonly<Record<string, string>> = {
  'Flask, route': "@app.route('/inbox', methods=['POST'])\ndef inbox(): pass",
  'Flask, post': "@bp.post('/inbox')\ndef inbox(): pass",
  'Flask, attribute': "@self.app.route('/inbox')\ndef inbox(): pass",
  'Flask, add_url_rule': "app.add_url_rule('/inbox', view_func=inbox)",
  'Flask, class': 'class Inbox(MethodView):\n    def post(self): pass',
  'Flask, handler registered elsewhere': 'from flask import request\ndef receive_webhook():\n    return request.get_json()',
  FastAPI: "@router.post('/inbox')\nasync def inbox(request: Request): pass",
  Django: '@csrf_exempt\ndef inbox(request):\n    pass',
  'Django, plain': 'def inbox(request):\n    pass',
  aiohttp: "app.router.add_post('/inbox', inbox)",
  Bottle: "@post('/inbox')\ndef inbox(): pass",
  Lambda: 'def lambda_handler(event, context):\n    pass',
  'Lambda, typed': 'def run(event: dict, context) -> dict:\n    pass',
  'http.server': 'class H(BaseHTTPRequestHandler):\n    def do_POST(self): pass',
  'Azure function': 'def main(req: func.HttpRequest): pass',
  'Google function': '@functions_framework.http\ndef inbox(request): pass',
  Tornado: 'class Inbox(tornado.web.RequestHandler):\n    def post(self): pass',
  WSGI: 'def application(environ, start_response): pass',
};

describe('a file with a handler passes', () => {
  for (const [name, text] of Object.entries(scripts)) it(name, () => expect(mayHoldEndpoint('typescript', text)).toBe(true));
  for (const [name, text] of Object.entries(pythons)) it(name, () => expect(mayHoldEndpoint('python', text)).toBe(true));
});

describe('a file without one does not', () => {
  const ordinary: Readonly<Record<string, string>> = {
    'a client': "const answer = await axios.post('/parcels', { id });\nawait fetch('/inbox', { method: 'POST' });",
    'a list of outgoing subscriptions':
      'export function WebhookList({ webhooks }: Props) {\n  return <ul>{webhooks.map((w) => <li key={w.id}>{w.url}</li>)}</ul>;\n}',
    'an emitter': "socket.on('data', (chunk) => buffer.push(chunk));",
    'a React hook': 'export function useParcels() { return useQuery(["parcels"], load); }',
    'a getter of a page': 'export async function GET(request: Request) { return new Response(feed); }',
  };
  for (const [name, text] of Object.entries(ordinary)) it(name, () => expect(mayHoldEndpoint('typescript', text)).toBe(false));
  it('Python', () => {
    expect(mayHoldEndpoint('python', 'class Webhook(Base):\n    id = Column(Integer)\n')).toBe(false);
    expect(mayHoldEndpoint('python', "requests.post(url, json={'event': event})")).toBe(false);
  });

  it('for at least 92 of 100 files of libraries that are no frameworks', () => {
    const installed = fileURLToPath(new URL('../../node_modules', import.meta.url));
    let all = 0;
    let passed = 0;
    for (const name of ['zod', 'yaml', 'ajv', 'ts-morph', 'fast-check', 'picomatch', 'jsonc-parser', 'knip']) {
      for (const path of readdirSync(join(installed, name), { recursive: true, encoding: 'utf8' })) {
        if (!/\.[cm]?js$/.test(path)) continue;
        all++;
        if (mayHoldEndpoint('typescript', readFileSync(join(installed, name, path), 'utf8'))) passed++;
      }
    }
    expect(all).toBeGreaterThan(300);
    expect(passed / all).toBeLessThan(0.08);
  });
});

it('takes time in proportion to the text', () => {
  const time = (text: string): number => {
    const started = performance.now();
    mayHoldEndpoint('typescript', text);
    mayHoldEndpoint('python', text);
    return performance.now() - started;
  };
  for (const unit of ['.post( ', "x.post('/a' ", 'export const { a ', '(req: ', 'webhook ', '@a.b.c', 'def f(', 'export async function ', '"x-', ' \t\n']) {
    const text = unit.repeat(Math.floor(400_000 / unit.length));
    time(text);
    expect(time(text), JSON.stringify(unit)).toBeLessThan(1500);
  }
});
