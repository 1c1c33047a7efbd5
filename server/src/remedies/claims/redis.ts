/** Redis: `SET NX` with a lifetime, which one of several callers gets. */
import { call, create, declare, evaluate, giveBack, imported, literal, member, name, not, record, text, when } from '../../languages/draft.js';
import type { Draft } from '../../languages/writer.js';
import { type ClaimStore, callWith, equals, key, LIFETIME, wait } from './store.js';

const entry = text(literal('claimed:'), key);
const taken: Draft = name('claimed');

const ioredis: ClaimStore = {
  id: 'ioredis',
  language: 'typescript',
  title: 'Claim the event in Redis (ioredis)',
  packages: [{ package: 'ioredis', version: '^5.4.0' }],
  clients: ['ioredis()', 'ioredis.Redis()', 'ioredis.default()', 'ioredis.Cluster()'],
  isPrepared: true,
  isUsual: true,
  fresh: ({ editor, setting }) =>
    name(
      editor.constant(
        'redis',
        create(imported('ioredis', 'default', 'Redis'), {
          kind: 'logical',
          op: 'nullish',
          left: setting('REDIS_URL'),
          right: literal('redis://localhost:6379'),
        }),
      ),
    ),
  write: ({ client }) => ({
    isAsync: true,
    claim: [
      declare('claimed', wait(call(member(client.value, 'set'), entry, literal('1'), literal('EX'), literal(LIFETIME), literal('NX')))),
      giveBack(equals(taken, literal('OK'))),
    ],
    release: [evaluate(wait(call(member(client.value, 'del'), entry)))],
  }),
};

const nodeRedis: ClaimStore = {
  id: 'redis',
  language: 'typescript',
  title: 'Claim the event in Redis (redis)',
  packages: [
    { package: 'redis', version: '^5.0.0' },
    { package: '@redis/client', version: '^5.0.0' },
  ],
  clients: ['redis.createClient()', '@redis/client.createClient()', 'redis.createCluster()'],
  isPrepared: true,
  fresh: ({ editor, setting }) => name(editor.constant('redis', call(imported('redis', 'createClient'), record({ url: setting('REDIS_URL') })))),
  write: ({ client }) => {
    // Commands that come before the connection stands are queued; asking for a second one raises.
    const connected = when(not(member(client.value, 'isOpen')), [evaluate(wait(call(member(client.value, 'connect'))))]);
    return {
      isAsync: true,
      claim: [
        connected,
        declare('claimed', wait(call(member(client.value, 'set'), entry, literal('1'), record({ NX: literal(true), EX: literal(LIFETIME) })))),
        giveBack(equals(taken, literal('OK'))),
      ],
      release: [evaluate(wait(call(member(client.value, 'del'), entry)))],
    };
  },
};

const upstash: ClaimStore = {
  id: 'upstash',
  language: 'typescript',
  title: 'Claim the event in Upstash Redis',
  packages: [{ package: '@upstash/redis', version: '^1.34.0' }],
  clients: ['@upstash/redis.Redis()', '@upstash/redis.Redis.fromEnv()'],
  isPrepared: true,
  fresh: ({ editor }) => name(editor.constant('redis', call(member(imported('@upstash/redis', 'Redis'), 'fromEnv')))),
  write: ({ client }) => ({
    isAsync: true,
    claim: [
      declare('claimed', wait(call(member(client.value, 'set'), entry, literal('1'), record({ nx: literal(true), ex: literal(LIFETIME) })))),
      giveBack(equals(taken, literal('OK'))),
    ],
    release: [evaluate(wait(call(member(client.value, 'del'), entry)))],
  }),
};

const redisPy: ClaimStore = {
  id: 'redis-py',
  language: 'python',
  title: 'Claim the event in Redis',
  packages: [
    { package: 'redis', version: null },
    { package: 'flask-redis', version: null },
  ],
  clients: ['redis.Redis()', 'redis.StrictRedis()', 'redis.from_url()', 'redis.Redis.from_url()', 'redis.StrictRedis.from_url()', 'flask_redis.FlaskRedis()'],
  isPrepared: true,
  isUsual: true,
  fresh: ({ editor, setting }) =>
    name(
      editor.constant(
        'claims',
        call(member(imported('redis', null), 'Redis', 'from_url'), {
          kind: 'logical',
          op: 'or',
          left: setting('REDIS_URL'),
          right: literal('redis://localhost:6379'),
        }),
      ),
    ),
  write: ({ client }) => ({
    isAsync: false,
    claim: [giveBack(call(name('bool'), callWith(member(client.value, 'set'), [entry, literal('1')], { nx: literal(true), ex: literal(LIFETIME) })))],
    release: [evaluate(call(member(client.value, 'delete'), entry))],
  }),
};

const flaskCaching: ClaimStore = {
  id: 'flask-caching',
  language: 'python',
  title: 'Claim the event in the cache (Flask-Caching)',
  packages: [{ package: 'flask-caching', version: null }],
  clients: ['flask_caching.Cache()'],
  isPrepared: true,
  write: ({ client }) => ({
    isAsync: false,
    claim: [giveBack(call(name('bool'), callWith(member(client.value, 'add'), [entry, literal('1')], { timeout: literal(LIFETIME) })))],
    release: [evaluate(call(member(client.value, 'delete'), entry))],
    comment: ['The cache must be one that all processes share, such as RedisCache or MemcachedCache.'],
  }),
};

export const redisStores: readonly ClaimStore[] = [ioredis, nodeRedis, upstash, redisPy, flaskCaching];
