/** Deliveries that are claimed: a store and a framework each, in several styles of writing. */
import type { Files } from './by-hand.js';
import type { GoldenCase, Pointer } from './golden-cases.js';

interface Claimed {
  readonly file: string;
  readonly title: string;
  readonly offer: string;
  readonly path: string;
  readonly framework: string;
  readonly provider?: string;
  readonly eventId?: string;
  readonly route: string;
  /** What must not be done twice. */
  readonly work: string;
  readonly others?: Files;
  readonly keeps: readonly string[];
}

const rows: readonly Claimed[] = [
  {
    file: 'ioredis-express.before.ts',
    title: 'Claim the event in Redis (ioredis)',
    offer: 'claim-event:ioredis',
    path: 'src/inbox.ts',
    framework: 'express',
    eventId: 'body.id',
    route: '/inbox/parcels',
    work: 'accounts.increment({ owner: account.id, by: 10 })',
    keeps: ['paid:', 'constructEvent', 'accounts.find'],
  },
  {
    file: 'pg-express.before.js',
    title: 'Claim the event in PostgreSQL (pg)',
    offer: 'claim-event:pg',
    path: 'src/inbox.js',
    framework: 'express',
    provider: 'github',
    route: '/hooks/github',
    work: 'accounts.increment({ owner: release.author.login, by: 1 })',
    others: { 'src/db.js': "const { Pool } = require('pg');\nexports.pool = new Pool();\n" },
    keeps: ['published'],
  },
  {
    file: 'prisma-next.before.ts',
    title: 'Claim the event in the database (Prisma)',
    offer: 'claim-event:prisma',
    path: 'app/api/invoices/route.ts',
    framework: 'next-app',
    eventId: 'body.id',
    route: '/api/invoices',
    work: "mail.send({ to: event.data.email, subject: 'Thank you' })",
    others: { '@/lib/prisma.ts': "import { PrismaClient } from '@prisma/client';\nexport const prisma = new PrismaClient();\n" },
    keeps: ['request.json', 'received'],
  },
  {
    file: 'redis-flask.before.py',
    title: 'Claim the event in Redis',
    offer: 'claim-event:redis-py',
    path: 'src/inbox.py',
    framework: 'flask',
    provider: 'github',
    route: '/hooks/github',
    work: 'accounts.increment(event["release"]["author"]["login"], by=1)',
    keeps: ['released:', '    {}', 'published'],
  },
  {
    file: 'sqlalchemy-flask.before.py',
    title: 'Claim the event in the database (Flask-SQLAlchemy)',
    offer: 'claim-event:flask-sqlalchemy',
    path: 'inbox.py',
    framework: 'flask',
    eventId: 'body.id',
    route: '/payments',
    work: 'account.balance += event',
    others: { 'store.py': 'from flask_sqlalchemy import SQLAlchemy\n\ndb = SQLAlchemy()\n' },
    keeps: ['construct_event', "error='no'"],
  },
  {
    file: 'dynamodb-lambda.before.ts',
    title: 'Claim the event in DynamoDB',
    offer: 'claim-event:dynamodb',
    path: 'src/hook.ts',
    framework: 'lambda',
    eventId: 'body.id',
    route: '/shelves',
    work: 'table.send(\n    new UpdateCommand({',
    keeps: ['JSON.parse', 'statusCode: 204'],
  },
  {
    file: 'mongoose-express.before.js',
    title: 'Claim the event in MongoDB (mongoose) by its `id`',
    offer: 'claim-event:mongoose',
    path: 'src/router.js',
    framework: 'express',
    route: '/shelves',
    work: 'Shelf.updateOne({ owner: body.owner }, { $inc: { parcels: 1 } })',
    keeps: ['$inc'],
  },
  {
    file: 'boto3-flask.before.py',
    title: 'Claim the event in DynamoDB',
    offer: 'claim-event:boto3',
    path: 'hooks.py',
    framework: 'flask',
    eventId: 'body.id',
    route: '/orders',
    work: 'send(payload["email"], item)',
    keeps: ['REGION', 'return "", 204'],
  },
  {
    file: 'psycopg2-flask.before.py',
    title: 'Claim the event in PostgreSQL (psycopg2)',
    offer: 'claim-event:psycopg2',
    path: 'app.py',
    framework: 'flask',
    eventId: 'body.id',
    route: '/credits',
    work: 'cursor.execute("UPDATE',
    keeps: ['connect_timeout', 'return "ok"'],
  },
];

const first: readonly GoldenCase[] = rows.map((row) => ({
  remedy: 'claim-event',
  file: row.file,
  title: row.title,
  offer: row.offer,
  path: row.path,
  ...(row.others ? { others: row.others } : {}),
  keeps: row.keeps,
  facts: ({ at, endpoint }: Pointer) => ({
    endpoint: endpoint({ framework: row.framework, provider: row.provider ?? null, handler: row.work }),
    path: row.route,
    works: [[{ path: row.path, range: at(row.work) }]],
    proofs: [],
    ...(row.eventId ? { eventId: row.eventId } : {}),
  }),
}));

interface Atomic {
  readonly file: string;
  readonly title: string;
  readonly offer: string;
  readonly path: string;
  readonly framework: string;
  /** What asks for the delivery, and what notes it. */
  readonly asks: string;
  readonly notes: string;
  readonly keeps: readonly string[];
}

const atomicRows: readonly Atomic[] = [
  {
    file: 'set-express.before.ts',
    title: 'Claim the event in PostgreSQL (pg)',
    offer: 'pg',
    path: 'src/parcels.ts',
    framework: 'express',
    asks: 'seen.has(event.id)',
    notes: 'seen.add(event.id)',
    keeps: ['console.info', '// Known'],
  },
  {
    file: 'looked-up-next.before.js',
    title: 'Claim the event in Upstash Redis',
    offer: 'upstash',
    path: 'app/api/parcels/route.js',
    framework: 'next-app',
    asks: 'redis.get(`parcel:${event.id}`)',
    notes: 'redis.set(`parcel:${event.id}`, "1")',
    keeps: ['new Response("ok")', 'request.json'],
  },
  {
    file: 'cached-flask.before.py',
    title: 'Claim the event in the cache (Flask-Caching)',
    offer: 'flask-caching',
    path: 'app.py',
    framework: 'flask',
    asks: "cache.get(event['id'])",
    notes: "cache.set(event['id'], True, timeout=3600)",
    keeps: ['CACHE_TYPE', "'seen', 200"],
  },
  {
    file: 'dictionary-flask.before.py',
    title: 'Claim the event in Redis',
    offer: 'redis-py',
    path: 'hooks.py',
    framework: 'flask',
    asks: 'event["id"] in handled',
    notes: 'handled[event["id"]]',
    keeps: ['"again": True', '"again": False'],
  },
];

const atomic: readonly GoldenCase[] = atomicRows.map((row) => ({
  remedy: 'claim-atomically',
  file: row.file,
  title: row.title,
  offer: `claim-atomically:${row.offer}`,
  path: row.path,
  finding: row.asks,
  keeps: row.keeps,
  facts: ({ at, endpoint }: Pointer) => ({
    endpoint: endpoint({ framework: row.framework, handler: row.asks }),
    path: '/parcels',
    mark: { path: row.path, range: at(row.notes) },
  }),
}));

const longer: readonly GoldenCase[] = [
  { file: 'milliseconds.before.ts', finding: "redis.set(`parcel:${id}`, '1', { NX: true, PX: 60_000 })", lifetime: 60, keeps: ['createClient'] },
  { file: 'seconds.before.py', finding: 'cache.add("parcel:" + event["id"], 1, timeout=300)', lifetime: 300, keeps: ['import', 'def'] },
].map(({ lifetime, ...one }) => ({ remedy: 'claim-longer', title: 'Keep the claim for a week', facts: () => ({ lifetime }), ...one }));

export const claims: readonly GoldenCase[] = [...first, ...atomic, ...longer];
