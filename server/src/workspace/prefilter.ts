/**
 * Which files are worth an analysis of their own, by linear regular expressions over the text. It decides only where a scan
 * starts: helpers in other files are read when a handler leads to them, and the file open in the editor is never filtered.
 * A file with a handler must pass; an ordinary file that passes costs a parse.
 */
import type { LanguageId } from '../ir/model.js';

export function mayHoldEndpoint(language: LanguageId, text: string): boolean {
  const filter = filters[language];
  return filter !== undefined && (filter.sign.test(text) || (filter.word.test(text) && filter.handling.test(text)));
}

/** Endpoints that only give something out; of interest where every endpoint is. */
export function mayServe(text: string): boolean {
  return serving.test(text);
}

const serving =
  /\.(?:get|head|delete)\(\s*(?:"\/|'\/|`\/)|@(?:Get|Delete)\s*\(|\bexport\s+(?:async\s+function|const)\s+(?:GET|DELETE|loader)\b|@[\w.]+\.(?:get|delete)\s*\(/;

interface Filter {
  /** One match is enough. */
  readonly sign: RegExp;
  /** The word alone is as often a label in a user interface; it counts together with signs of handling. */
  readonly word: RegExp;
  readonly handling: RegExp;
}

const scriptSigns = [
  // A router's method with a path and something after it: Express, Koa, Hono, Fastify, Elysia, h3. No client's `axios.post('/x', data)`.
  String.raw`(?<!axios|\$http|[hH]ttpClient|[aA]piClient|\bky|\bgot)\.(?:post|put|patch|all|any|route|use|openapi)\s*(?:<[^>\n]{0,80}>\s*)?\(\s*\[?\s*["'\`](?!https?:)[\w:*./{}()$?+-]*["'\`]\s*\]?,`,
  String.raw`\.on\(\s*\[?\s*["'\`](?:POST|PUT|ALL)["'\`]`,
  String.raw`\.route\(\s*\{`,
  String.raw`\b(?:createRoute|buildRouteHandler|createServer|httpAction|onRequest|defineEventHandler|eventHandler|createEventHandler|readRawBody|verifyKeyMiddleware)\s*(?:<[^>\n]{0,80}>\s*)?\(`,
  // Nest, tsoa, routing-controllers.
  String.raw`@(?:Post|Put|Patch|All)\s*\(`,
  // Exported handlers by name: Next, Remix, SvelteKit, Astro, Lambda, Azure, Google.
  String.raw`export\s+(?:async\s+)?function\s+(?:POST|PUT|PATCH|ALL|action|handler|main)\b`,
  String.raw`export\s+(?:const|let|var)\s+(?:POST|PUT|PATCH|ALL|action|actions|handler|lambdaHandler|main)\b`,
  String.raw`export\s+(?:(?:const|let|var)\s+)?\{[^}]{0,300}?\b(?:POST|PUT|PATCH|handler|action)\b`,
  String.raw`\bexports\.\w*(?:[hH]andler|main|POST)\b\s*=`,
  // Functions by the parameters that they take, whatever they are called.
  String.raw`[(,]\s*(?:_?req(?:uest)?|context|ctx|event)\s*(?::[^,()=]{1,80})?,\s*(?:_?res(?:ponse)?|_?req|reply|next|context|callback|cb|env)\s*[,):]`,
  String.raw`\bexports(?:\.\w+)?\s*=\s*(?:async\s*)?(?:function\s*\w*\s*)?\(?\s*(?:event|context|req|request|ctx)\b`,
  String.raw`\bexport\s+(?:default\s+)?(?:const\s+(?!GET\b|loader\b|get[A-Z])\w+\s*(?::[^=\n]{1,80})?=\s*async\s*(?:function\s*\w*\s*)?|async\s+function\s+(?!GET\b|HEAD\b|OPTIONS\b|loader\b|get[A-Z])\w+\s*|async\s+function\s*)\(\s*(?:event|req|request|ctx|c)\b`,
  String.raw`\b(?:c|ctx)\s*:\s*(?:\w+\.)?Context\b`,
  String.raw`\basync\s+fetch\s*\(\s*_?req|\bfetch\s*:\s*(?:app\b|(?:async\s*)?\(\s*_?req)`,
  String.raw`\baddEventListener\s*\(\s*["'\`]fetch`,
  String.raw`\bcontext\.res\s*=`,
  // Types of a request that comes in.
  String.raw`\b(?:NextApiRequest|NextApiHandler|APIGatewayProxy\w*|LambdaFunctionURL\w*|FastifyRequest|FastifyPluginAsync|IncomingMessage|ActionFunction\w*|HttpRequest|HttpTrigger|RawBodyRequest)\b`,
  // What only those use who check a delivery.
  String.raw`\bconstructEvent|\bunwrapWebhook|\bhub[._]verify_token`,
  String.raw`["'\`][xX]-[\w-]{1,60}-(?:signature|hmac)[\w-]{0,20}["'\`]|["'\`](?:stripe|svix|webhook|twilio|linear|paddle|upstash)-(?:signature|id)["'\`]`,
];

const scriptHandling = String.raw`\b(?:async|function)\s+(?=[a-z])\w*[wW]eb[hH]ook\w*\s*\(|[wW]eb[hH]ook\w*\s*[:=]\s*async\b|\brawBody\b|\breq(?:uest)?\.(?:body|headers?|text|json)\b|\.(?:handler|mutation)\(|\bloader\b|timingSafeEqual|subtle\.verify`;

const pythonSigns = [
  // @app.route, @bp.post, @router.put; Flask, FastAPI, Bottle, Sanic, Quart, Chalice, Litestar.
  String.raw`@[\w.]+\.(?:route|post|put|patch|api_route|lambda_function|http)\s*\(`,
  String.raw`(?:^|\n)@(?:route|post|put|patch)\s*\(`,
  String.raw`\b(?:add_url_rule|add_api_route|add_route|add_post|add_resource|MethodView|MethodResource)\b`,
  String.raw`\b(?:csrf_exempt|require_POST|require_http_methods|functions_framework|BaseHTTPRequestHandler|do_POST|HttpRequest|RequestHandler|APIView)\b`,
  String.raw`\bdef\s+\w+\s*\(\s*(?:self\s*,\s*)?(?:event\s*(?::[^,)]{1,60})?,\s*_?context|environ\s*,|req(?:uest)?\s*[,):]|_?req\s*:)`,
  String.raw`\bdef\s+\w*webhook\w*\s*\(|\bhub\.verify_token|\bconstruct_event\b`,
];
const pythonHandling = String.raw`\brequest\.(?:data|json|get_json|get_data|headers|form|body)\b|\bflask\b|\bcompare_digest\b|\bhmac\.new\b`;

const filters: Readonly<Record<LanguageId, Filter>> = {
  typescript: { sign: new RegExp(scriptSigns.join('|')), word: /[wW]eb[hH]ook/, handling: new RegExp(scriptHandling) },
  python: { sign: new RegExp(pythonSigns.join('|')), word: /[wW]eb_?[hH]ook/, handling: new RegExp(pythonHandling) },
};
