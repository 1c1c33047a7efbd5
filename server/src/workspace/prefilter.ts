/**
 * Which files are worth an analysis of their own, by one linear regular expression a language over the text. It decides only
 * where a scan starts: helpers in other files are read when a handler leads to them, and the file open in the editor is never
 * filtered. A file with a handler must pass; an ordinary file that passes costs a parse.
 */
import type { LanguageId } from '../ir/model.js';

export function mayHoldEndpoint(language: LanguageId, text: string): boolean {
  return expressions[language]?.test(text) ?? false;
}

const scriptSigns = [
  // A router's method with a path or a list of paths: Express, Koa, Hono, Fastify, Elysia, h3's router.
  String.raw`\.(?:post|put|patch|all|any|route|use|on|openapi|mutation)\s*(?:<[^>\n]{0,80}>\s*)?\(\s*\[?\s*["'\`]/?(?!https?:)[\w:*./{}()$-]*["'\`]\s*[,\])]`,
  // Nest, tsoa, routing-controllers.
  String.raw`@(?:Post|Put|Patch|All|HttpCode|UseGuards)\s*\(`,
  // Exported handlers by name: Next, Remix, SvelteKit, Astro, Lambda, Azure, Google.
  String.raw`export\s+(?:async\s+)?function\s+(?:POST|PUT|PATCH|ALL|action|loader|handler|main)\b`,
  String.raw`export\s+(?:const|let|var)\s+(?:POST|PUT|PATCH|ALL|action|handler|lambdaHandler|main|actions)\b`,
  String.raw`export\s+(?:const|let|var)?\s*\{[^}]{0,200}\b(?:POST|PUT|PATCH|handler|action)\b[^}]{0,200}\}`,
  String.raw`\b(?:module\.)?exports\.(?:\w*[hH]andler|handle|main|POST)\s*=`,
  // Types of a request that comes in.
  String.raw`\b(?:NextApiRequest|NextApiHandler|APIGatewayProxy\w*|LambdaFunctionURL\w*|FastifyRequest|FastifyPluginAsync|IncomingMessage|ActionFunction\w*|RequestHandler|HttpRequest|HttpTrigger|ExecutionContext|ExportedHandler|RawBodyRequest)\b`,
  String.raw`\b(?:defineEventHandler|eventHandler|createEventHandler|readRawBody|httpAction|createServer|onRequest|buildRouteHandler|verifyKeyMiddleware)\s*(?:<[^>\n]{0,80}>\s*)?\(`,
  String.raw`\baddEventListener\s*\(\s*["'\`]fetch`,
  String.raw`\bfetch\s*(?:\(\s*(?:req|request|_req)\b|:\s*(?:app|async|\())`,
  String.raw`context\.(?:req|res)\b`,
  // Words and calls of webhooks. Generic words alone do not make an endpoint, but their files are few.
  String.raw`\b[wW]ebhook(?:s|Handler|_handler|Secret|_secret|Event|Signature)?\b|WEBHOOK_`,
  String.raw`createHmac|timingSafeEqual|constructEvent|subtle\.(?:verify|sign)\b`,
  String.raw`["'\`][xX]-[\w-]{1,60}-(?:signature|hmac)[\w-]{0,20}["'\`]|["'\`](?:stripe|svix|webhook|twilio|linear|paddle|upstash|x)-(?:signature|id|hub-signature(?:-256)?)["'\`]`,
];

const pythonSigns = [
  // @app.route, @bp.post, @router.post, @csrf.exempt; Flask, FastAPI, Bottle, Sanic, Quart, Chalice, Litestar.
  String.raw`@[\w.]+\.(?:route|post|put|patch|api_route|websocket|exempt|on_http_request|lambda_function|http)\s*\(`,
  String.raw`\b(?:add_url_rule|add_api_route|add_route|add_post|add_resource|register_blueprint|MethodView|MethodResource)\b`,
  String.raw`\b(?:csrf_exempt|require_POST|require_http_methods|functions_framework|BaseHTTPRequestHandler|do_POST|HttpRequest|RequestHandler)\b`,
  String.raw`\bdef\s+(?:lambda_handler|handler|app|application)\s*\(\s*(?:event|environ|request|req)\b`,
  String.raw`\b[wW]ebhook(?:s|_handler|_secret|Handler)?\b|_webhook|WEBHOOK_`,
  String.raw`\bhmac\.(?:new|compare_digest|digest)\b|\bcompare_digest\b`,
];

const expressions: Readonly<Record<LanguageId, RegExp>> = {
  typescript: new RegExp(scriptSigns.join('|')),
  python: new RegExp(pythonSigns.join('|')),
};
