import type { LibraryRow } from '../rows.js';

/** Parsers of the body: what they leave behind decides whether a signature can still be checked. */
export const bodyParsers: LibraryRow = {
  id: 'body-parsers',
  docs: 'https://expressjs.com/en/api.html#express.json',
  packages: ['express', 'body-parser', 'koa-bodyparser', '@koa/bodyparser', 'koa-body', 'express-fileupload', 'multer', 'fastify-raw-body', '@fastify/formbody'],
  calls: [
    { call: 'express.json', also: ['body-parser.json'], anyReceiver: ['bodyParser.json'], stage: { body: 'parsed', rawCallback: '0.verify', contentTypes: ['application/json'] } },
    { call: 'express.urlencoded', also: ['body-parser.urlencoded'], anyReceiver: ['bodyParser.urlencoded'], stage: { body: 'parsed', rawCallback: '0.verify', contentTypes: ['application/x-www-form-urlencoded'] } },
    { call: 'express.raw', also: ['body-parser.raw'], anyReceiver: ['bodyParser.raw'], stage: { body: 'raw', rawCallback: '0.verify', contentTypes: ['application/octet-stream'] } },
    { call: 'express.text', also: ['body-parser.text'], anyReceiver: ['bodyParser.text'], stage: { body: 'text', rawCallback: '0.verify', contentTypes: ['text/plain'] } },
    { call: 'body-parser', stage: { body: 'parsed', rawCallback: '0.verify', contentTypes: ['application/json', 'application/x-www-form-urlencoded'] } },
    { call: 'koa-bodyparser', also: ['@koa/bodyparser', '@koa/bodyparser.bodyParser', 'koa-body', 'koa-body.koaBody'], stage: { body: 'parsed' } },
    { call: 'multer().none', also: ['multer().any', 'multer().single', 'multer().array', 'multer().fields'], stage: { body: 'parsed', contentTypes: ['multipart/form-data'] } },
    { call: 'express-fileupload', stage: { body: 'parsed', contentTypes: ['multipart/form-data'] } },
    { call: 'express-xml-bodyparser', also: ['body-parser-xml'], stage: { body: 'parsed', contentTypes: ['application/xml', 'text/xml'] } },
  ],
};

export const passThroughMiddlewares: LibraryRow = {
  id: 'pass-through-middlewares',
  docs: 'https://expressjs.com/en/resources/middleware.html',
  packages: ['cors', 'helmet', 'morgan', 'compression', 'cookie-parser', 'express-session', 'pino-http', 'express-winston', 'serve-static', 'hono', 'connect-timeout', 'response-time'],
  calls: [
    {
      call: 'cors',
      also: [
        'helmet', 'helmet.helmet', 'morgan', 'compression', 'cookie-parser', 'express-session', 'cookie-session', 'pino-http', 'pino-http.pinoHttp', 'express-winston.logger', 'express-winston.errorLogger',
        'serve-static', 'express.static', 'serve-favicon', 'connect-timeout', 'response-time', 'method-override', 'express-request-id', 'express-http-context.middleware', 'hpp', 'nocache', 'express-async-errors',
        'connect-flash', 'express-useragent.express', 'express-mongo-sanitize', 'prom-client', 'express-prom-bundle', 'express-status-monitor', 'swagger-ui-express.serve', 'i18next-http-middleware.handle',
        '@sentry/node.Handlers.requestHandler', '@sentry/node.Handlers.tracingHandler', '@sentry/node.Handlers.errorHandler', 'hono/cors.cors', 'hono/logger.logger', 'hono/secure-headers.secureHeaders', 'hono/pretty-json.prettyJSON',
        'hono/request-id.requestId', 'hono/timing.timing', 'hono/compress.compress', 'hono/etag.etag', '@koa/cors', 'koa-logger', 'koa-helmet', 'koa-compress', 'hono/body-limit.bodyLimit', 'hono/timeout.timeout',
      ],
      stage: { harmless: true },
    },
    {
      call: 'express-rate-limit',
      also: [
        'express-rate-limit.rateLimit', 'express-slow-down', 'express-slow-down.slowDown', 'koa-ratelimit', 'koa2-ratelimit.RateLimit.middleware', 'hono-rate-limiter.rateLimiter', 'express-brute', 'rate-limiter-flexible',
        'micro-ratelimit', 'express-limiter', '@arcjet/node', '@arcjet/next',
      ],
      stage: { harmless: true, proves: ['rate'] },
    },
    { call: 'express-validator.body', also: ['express-validator.check', 'express-validator.checkSchema', 'express-validator.param', 'express-validator.query', 'express-validator.header'], stage: { harmless: true } },
    { call: 'express-async-handler', also: ['express-async-wrap', 'express-async-wrapper', 'express-promise-wrap'], stage: { harmless: true, wraps: 0 } },
    { call: 'next-connect', also: ['next-connect.createRouter'], result: { type: 'next-connect.createRouter()' } },
    { call: 'micro-cors()', stage: { harmless: true, wraps: 0 } },
    { call: '@sentry/nextjs.withSentry', also: ['@sentry/nextjs.wrapApiHandlerWithSentry', '@sentry/nextjs.wrapRouteHandlerWithSentry', '@sentry/node.withSentry', 'next-axiom.withAxiom', '@logtail/next.withBetterStack', '@sentry/aws-serverless.wrapHandler', '@sentry/serverless.AWSLambda.wrapHandler'], stage: { harmless: true, wraps: 0 } },
  ],
};

/** Middlewares that let only known people in. */
export const authMiddlewares: LibraryRow = {
  id: 'auth-middlewares',
  docs: 'https://www.passportjs.org/',
  packages: ['passport', 'express-jwt', 'express-oauth2-jwt-bearer', 'express-basic-auth', 'basic-auth', '@clerk/express', 'hono', 'csurf'],
  calls: [
    { call: 'passport.authenticate', also: ['passport().authenticate'], stage: { proves: ['identity'] } },
    { call: 'express-jwt', also: ['express-jwt.expressjwt', 'express-oauth2-jwt-bearer.auth', 'hono/jwt.jwt', 'koa-jwt', '@clerk/express.requireAuth', 'hono/jwk.jwk'], stage: { proves: ['signature', 'freshness', 'identity'] } },
    { call: 'express-basic-auth', also: ['hono/basic-auth.basicAuth', 'hono/bearer-auth.bearerAuth', 'koa-basic-auth'], stage: { proves: ['token'] } },
    { call: 'basic-auth', result: { is: ['signature'], from: ['arguments'] } },
    { call: 'csurf', also: ['csrf-csrf.doubleCsrf', 'hono/csrf.csrf'], stage: { harmless: true } },
  ],
};
