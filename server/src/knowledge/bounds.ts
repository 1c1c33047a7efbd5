/** Limiters, what bounds a body, what shows the inside of an application: names, as far as they tell. */

/** Packages of limiters. */
export const limiterPackages: readonly string[] = [
  'flask_limiter',
  'express-rate-limit',
  'express-slow-down',
  'rate-limiter-flexible',
  '@fastify/rate-limit',
  'fastify-rate-limit',
  '@nestjs/throttler',
  '@upstash/ratelimit',
  'hono-rate-limiter',
  'koa-ratelimit',
  'koa2-ratelimit',
  '@arcjet/node',
  '@arcjet/next',
  'hapi-rate-limit',
  'limits',
  'ratelimit',
  'slowapi',
  'express-brute',
];

/** Calls that make a limiter or set one, and where the function, or the value, of its key stands. */
export const limiterKeys: readonly { readonly call: string; readonly key: readonly (number | string)[] }[] = [
  { call: 'flask_limiter.Limiter', key: ['name:key_func', 0, 1] },
  { call: 'flask_limiter.Limiter().limit', key: ['name:key_func'] },
  { call: 'flask_limiter.Limiter().shared_limit', key: ['name:key_func'] },
  { call: 'express-rate-limit', key: ['0.keyGenerator'] },
  { call: 'express-rate-limit.rateLimit', key: ['0.keyGenerator'] },
  { call: 'express-slow-down', key: ['0.keyGenerator'] },
  { call: 'express-slow-down.slowDown', key: ['0.keyGenerator'] },
  { call: 'hono-rate-limiter.rateLimiter', key: ['0.keyGenerator'] },
  { call: 'koa-ratelimit', key: ['0.id'] },
];

/** Options of plugins that are registered: `register(rateLimit, { keyGenerator })`. */
export const limiterPlugins: readonly string[] = ['@fastify/rate-limit', 'fastify-rate-limit'];

/** Members of limiters that are asked about one key. */
export const limiterQuestions: readonly string[] = ['limit', 'consume', 'hit', 'test'];

/** Key functions of the libraries that believe what was sent. */
export const believingKeys: readonly string[] = ['flask_limiter.util.get_ipaddr'];

/** Headers that the platform in front sets anew, whatever was sent. */
export const platformHeaders: readonly string[] = [
  'cf-connecting-ip',
  'fly-client-ip',
  'x-vercel-forwarded-for',
  'x-vercel-ip',
  'true-client-ip',
  'x-nf-client-connection-ip',
  'x-appengine-user-ip',
  'fastly-client-ip',
  'x-azure-clientip',
  'x-real-ip',
];

/** Calls that gather a stream, and the option that bounds them. */
export const gatherers: readonly { readonly call: string; readonly option: string | null }[] = [
  { call: 'raw-body', option: '1.limit' },
  { call: 'raw-body.default', option: '1.limit' },
  { call: 'stream/consumers.buffer', option: null },
  { call: 'stream/consumers.text', option: null },
  { call: 'stream/consumers.json', option: null },
  { call: 'stream/consumers.arrayBuffer', option: null },
  { call: 'get-stream', option: '1.maxBuffer' },
  { call: 'get-stream.buffer', option: '1.maxBuffer' },
];

/** Options in which parsers and servers are given the size that they take. */
export const sizeOptions: readonly string[] = [
  'limit',
  'bodyLimit',
  'jsonLimit',
  'textLimit',
  'formLimit',
  'sizeLimit',
  'maxBytes',
  'maxBodySize',
  'maxRequestBodySize',
];

/** GitHub delivers up to 25 MB, and hardly anybody more than one. */
export const largestDelivery = 32 * 1024 * 1024;

/** Calls that show the inside of every exception, or a console, to whoever provokes one. */
export const debugMiddlewares: readonly string[] = [
  'errorhandler',
  'express.errorHandler',
  'express-error-handler',
  'youch',
  'werkzeug.debug.DebuggedApplication',
  'flask_debugtoolbar.DebugToolbarExtension',
];

/** Segments of a path that promise more than anybody should be served. */
export const insidePaths: readonly string[] = [
  'debug',
  '_debug',
  '__debug__',
  'admin',
  '_admin',
  'internal',
  '_internal',
  'env',
  '_env',
  'dump',
  'console',
  'phpinfo',
  'diagnostics',
];
