import type { LibraryRow } from '../rows.js';

/** Only calls whose result differs from what went in: elsewhere receiver and arguments flow through. */
export const jsEncodings: LibraryRow = {
  id: 'js-encodings',
  docs: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/JSON',
  calls: [
    { call: 'JSON.parse', parses: true, result: { from: [0] } },
    { call: 'JSON.stringify', serialises: true, result: { from: [0] } },
    {
      call: 'superjson.parse',
      also: ['devalue.parse', 'secure-json-parse', 'secure-json-parse.parse', 'destr', 'destr.destr', 'json5.parse', 'flatted.parse', 'json-bigint.parse'],
      parses: true,
      result: { from: [0] },
    },
    {
      call: 'superjson.stringify',
      also: [
        'devalue.stringify',
        'json5.stringify',
        'fast-json-stable-stringify',
        'safe-stable-stringify',
        'json-stable-stringify',
        'canonicalize',
        'fast-safe-stringify',
      ],
      serialises: true,
      result: { from: [0] },
    },
    {
      call: 'querystring.parse',
      also: ['querystring.decode', 'qs.parse', 'query-string.parse', 'fast-querystring.parse'],
      parses: true,
      result: { from: [0] },
    },
    { call: 'querystring.stringify', also: ['querystring.encode', 'qs.stringify', 'query-string.stringify'], serialises: true, result: { from: [0] } },
    { call: 'URLSearchParams', also: ['url.URLSearchParams'], parses: true, result: { type: 'URLSearchParams()', from: [0] } },
    { call: 'URLSearchParams().toString', also: ['url.URLSearchParams().toString'], serialises: true, result: { from: ['receiver'] } },
    { call: 'Object.fromEntries', result: { from: [0] } },
    { call: 'xml2js.parseString', also: ['xml2js.parseStringPromise', 'fast-xml-parser.XMLParser().parse'], parses: true, result: { from: [0] } },
    { call: 'yaml.parse', also: ['js-yaml.load'], parses: true, result: { from: [0] } },

    { call: 'Buffer.from', also: ['buffer.Buffer.from', 'Buffer', 'buffer.Buffer'], decodes: { encoding: 1 }, result: { type: 'Buffer.from()', from: [0] } },
    { call: 'Buffer.concat', also: ['buffer.Buffer.concat'], result: { type: 'Buffer.from()', from: [0] } },
    { call: 'Buffer.alloc', also: ['Buffer.allocUnsafe', 'buffer.Buffer.alloc'], result: { type: 'Buffer.from()', from: [1] } },
    { call: 'Buffer.byteLength', also: ['buffer.Buffer.byteLength', 'Buffer.isBuffer', 'buffer.Buffer.isBuffer', 'Buffer.isEncoding'], result: { from: [] } },
    {
      call: 'Array.isArray',
      also: ['Number.isInteger', 'Number.isFinite', 'Number.isNaN', 'isNaN', 'isFinite', 'Object.hasOwn', 'ArrayBuffer.isView'],
      result: { from: [] },
    },
    {
      call: 'Date.now',
      also: ['performance.now'],
      result: { is: ['clock'], unit: 'ms', from: [] },
    },
    { call: 'process.hrtime', also: ['process.hrtime.bigint'], result: { is: ['clock'], from: [] } },
    { call: 'dayjs().unix', also: ['moment().unix'], result: { is: ['clock'], unit: 's', from: ['receiver'] } },
    {
      call: 'Date',
      also: ['dayjs', 'moment', 'luxon.DateTime.now', 'date-fns.getUnixTime'],
      result: { is: ['clock'], unit: 'ms', type: 'Date()', from: ['arguments'] },
    },
    { call: 'Date().getTime', also: ['Date().valueOf'], result: { is: ['clock'], unit: 'ms', from: ['receiver'] } },
    { call: 'Date().toISOString', result: { is: ['clock'], from: ['receiver'] } },
    { call: 'Math.random', result: { is: ['random'], from: [] } },
    {
      call: 'uuid.v4',
      also: ['uuid', 'nanoid.nanoid', 'nanoid', 'crypto-random-string', '@paralleldrive/cuid2.createId'],
      result: { is: ['random'], from: [] },
    },
  ],
};

/** Methods of arrays, promises and timers that call what they are given. */
export const jsCallbacks: LibraryRow = {
  id: 'js-callbacks',
  docs: 'https://tc39.es/ecma262/#sec-properties-of-the-array-prototype-object',
  calls: [
    { call: 'Array().forEach', anyReceiver: ['forEach'], invokes: [0], result: { from: [] } },
    { call: 'Array().map', anyReceiver: ['map'], invokes: [0] },
    { call: 'Array().flatMap', anyReceiver: ['flatMap'], invokes: [0] },
    { call: 'Array().filter', anyReceiver: ['filter'], invokes: [0] },
    { call: 'Array().some', anyReceiver: ['some'], invokes: [0], result: { from: [] } },
    { call: 'Array().every', anyReceiver: ['every'], invokes: [0], result: { from: [] } },
    { call: 'Array().find', invokes: [0] },
    { call: 'Array().findLast', invokes: [0] },
    { call: 'Array().reduce', anyReceiver: ['reduce', 'reduceRight'], invokes: [0] },
    { call: 'Array().sort', invokes: [0] },
    { call: 'Array.from', invokes: [1], result: { from: [0] } },
    { call: 'Promise().then', anyReceiver: ['then'], invokes: [0, 1] },
    { call: 'Promise().catch', anyReceiver: ['catch'], invokes: [0] },
    { call: 'Promise().finally', anyReceiver: ['finally'], invokes: [0] },
    { call: 'Promise.all', also: ['Promise.allSettled', 'Promise.race', 'Promise.any'], result: { is: ['promise'], from: [0] } },
    { call: 'Promise.resolve', result: { is: ['promise'], from: [0] } },
    {
      call: 'setTimeout',
      also: ['setImmediate', 'setInterval', 'queueMicrotask', 'process.nextTick', 'timers.setTimeout', 'timers.setImmediate'],
      invokes: [0],
      result: { from: [] },
    },
    { call: 'clearTimeout', also: ['clearInterval', 'clearImmediate'], result: { from: [] } },
    { call: 'next/server.after', also: ['next/server.unstable_after', '@vercel/functions.waitUntil'], invokes: [0], result: { from: [] } },
  ],
};
