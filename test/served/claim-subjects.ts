/** The handlers that `claims.test.ts` repairs: every store on one framework, every framework with one store. */
import type { Files } from '../remedies/by-hand.js';

export interface ClaimSubject {
  readonly name: string;
  readonly store: 'redis' | 'postgres' | 'serializable' | 'dynamo';
  readonly provider: string;
  /** Of the repair that is taken. */
  readonly title: string;
  readonly files: Files;
  readonly entry: string;
  /** The modules it needs; absent for Node. */
  readonly python?: readonly string[];
}

/** The work, which stands outside of what is scanned as a library would. It takes its time, and fails once when it is told to. */
export const LEDGER: Files = {
  'ledger.js': `import { appendFileSync } from 'node:fs';

const failed = new Set();

export const ledger = {
  async increment({ owner, fails }) {
    await new Promise((done) => setTimeout(done, 30));
    if (fails && !failed.has(owner)) {
      failed.add(owner);
      throw new Error('the ledger is closed');
    }
    appendFileSync(process.env.EFFECTS, \`\${owner}\\n\`);
  },
};
`,
  'ledger.py': `import os
import time

failed = set()


class ledger:
    @staticmethod
    def increment(owner, fails):
        time.sleep(0.03)
        if fails and owner not in failed:
            failed.add(owner)
            raise RuntimeError("the ledger is closed")
        with open(os.environ["EFFECTS"], "a") as effects:
            effects.write(f"{owner}\\n")
`,
};

// ---------------------------------------------------------------------------------------------------------- Node

const WORK = 'await ledger.increment({ owner: event.data.object.id, fails: event.data.object.fails });';

/** What a project has of its store before anybody thought of claims. */
const nodeStores = {
  ioredis: {
    store: 'redis',
    title: 'Claim the event in Redis (ioredis)',
    code: "import { Redis } from 'ioredis';\n\nconst redis = new Redis(process.env.REDIS_URL);",
  },
  redis: {
    store: 'redis',
    title: 'Claim the event in Redis (redis)',
    code: "import { createClient } from 'redis';\n\nconst cache = createClient({ url: process.env.REDIS_URL });",
  },
  pg: {
    store: 'postgres',
    title: 'Claim the event in PostgreSQL (pg)',
    code: "import { Pool } from 'pg';\n\nconst pool = new Pool({ connectionString: process.env.DATABASE_URL });",
  },
  knex: {
    store: 'postgres',
    title: 'Claim the event in the database (Knex)',
    code: "import knex from 'knex';\n\nconst db = knex({ client: 'pg', connection: process.env.DATABASE_URL });",
  },
  drizzle: {
    store: 'postgres',
    title: 'Claim the event in the database (Drizzle)',
    code: "import { drizzle } from 'drizzle-orm/node-postgres';\n\nconst db = drizzle(process.env.DATABASE_URL);",
  },
  dynamodb: {
    store: 'dynamo',
    title: 'Claim the event in DynamoDB',
    code: "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\n\nconst documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));",
  },
  'dynamodb, plain': {
    store: 'dynamo',
    title: 'Claim the event in DynamoDB',
    code: "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\n\nconst client = new DynamoDBClient({});",
  },
} as const;

type NodeStore = keyof typeof nodeStores;

const express = (store: string): Files => ({
  'app.ts': `import express from 'express';
import Stripe from 'stripe';
import { ledger } from './ledger.js';
${store}

const stripe = new Stripe('sk_test_of_nobody');
const app = express();

app.post('/webhooks/in', express.raw({ type: 'application/json' }), async (req, res) => {
  const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);
  ${WORK}
  res.sendStatus(200);
});

app.listen(Number(process.env.PORT), '127.0.0.1');
`,
});

const frameworks: readonly { readonly name: string; readonly provider: string; files(store: string): Files }[] = [
  { name: 'Express', provider: 'stripe', files: express },
  {
    name: 'Express, failures answered by the handler',
    provider: 'stripe',
    files: (store) => ({
      'app.ts': `import express from "express"
import Stripe from "stripe"
import { ledger } from "./ledger.js"
${store.replaceAll("'", '"').replaceAll(';', '')}

const stripe = new Stripe("sk_test_of_nobody")
const app = express()

app.post("/webhooks/in", express.raw({ type: "*/*" }), async (req, res) => {
	let event: Stripe.Event
	try {
		event = stripe.webhooks.constructEvent(req.body, req.get("stripe-signature")!, process.env.STRIPE_WEBHOOK_SECRET!)
	} catch {
		return res.status(400).send("no")
	}
	if (event.type !== "tried") return res.status(204).end()
	// Credits are booked at once.
	const { id, fails } = event.data.object
	try {
		await ledger.increment({ owner: id, fails })
	} catch (error) {
		return res.status(503).send("later")
	}
	return res.status(200).json({ received: true })
})

app.listen(Number(process.env.PORT), "127.0.0.1")
`,
    }),
  },
  {
    name: 'Next',
    provider: 'stripe',
    files: (store) => ({
      'app/webhooks/in/route.ts': `import Stripe from 'stripe';
import { ledger } from '../../../ledger.js';
${store}

const stripe = new Stripe('sk_test_of_nobody');

export async function POST(request: Request) {
  const event = stripe.webhooks.constructEvent(await request.text(), request.headers.get('stripe-signature')!, process.env.STRIPE_WEBHOOK_SECRET!);

  switch (event.type) {
    case 'tried': {
      ${WORK}
      break;
    }
  }

  return Response.json({ received: true });
}
`,
      'main.mjs': `import { serve } from '@hono/node-server';
import { POST } from './app/webhooks/in/route.js';

serve({ fetch: (request) => (request.method === 'POST' ? POST(request) : new Response('up')), port: Number(process.env.PORT), hostname: '127.0.0.1' });
`,
    }),
  },
  {
    name: 'Fastify',
    provider: 'github',
    files: (store) => ({
      'app.ts': `import Fastify from 'fastify';
import { ledger } from './ledger.js';
${store}

const app = Fastify();

app.post('/webhooks/in', async (request, reply) => {
  if (request.headers['x-github-event'] !== 'release') return reply.code(204).send();
  const event = request.body as any;
  ${WORK}
  return { ok: true, isLate: false, amount: 500 };
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
`,
    }),
  },
  {
    name: 'Hono',
    provider: 'github',
    files: (store) => ({
      'app.ts': `import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { ledger } from './ledger.js';
${store}

const app = new Hono();

app.post('/webhooks/in', async (c) => {
  if (c.req.header('x-github-event') !== 'release') return c.body(null, 204);
  const event = await c.req.json();
  ${WORK}
  return c.json({ ok: true });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
`,
    }),
  },
  {
    name: 'Koa',
    provider: 'github',
    files: (store) => ({
      'app.js': `import Koa from 'koa';
import Router from '@koa/router';
import bodyParser from 'koa-bodyparser';
import { ledger } from './ledger.js';
${store}

const app = new Koa();
const router = new Router();

router.post('/webhooks/in', async (ctx) => {
  if (ctx.get('x-github-event') !== 'release') return;
  const event = ctx.request.body;
  ${WORK}
  ctx.body = { ok: true };
});

app.silent = true;
app.use(bodyParser());
app.use(router.routes());
app.listen(process.env.PORT, '127.0.0.1');
`,
    }),
  },
  {
    name: 'Nest',
    provider: 'github',
    files: (store) => ({
      'github.controller.ts': `import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ledger } from './ledger.js';
${store}

@Controller('webhooks')
export class GithubController {
  @Post('in')
  @HttpCode(204)
  async receive(@Body() event: any, @Headers('x-github-event') kind: string) {
    if (kind !== 'release') return;
    ${WORK}
  }
}
`,
      'main.ts': `import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GithubController } from './github.controller.js';

class AppModule {}
Module({ controllers: [GithubController] })(AppModule);

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: false });
  await app.listen(Number(process.env.PORT), '127.0.0.1');
}
bootstrap();
`,
    }),
  },
  {
    name: 'Lambda',
    provider: 'github',
    files: (store) => ({
      'src/webhooks/in.ts': `import { ledger } from '../../ledger.js';
${store}

export const handler = async (request: { body: string; headers: Record<string, string>; isBase64Encoded: boolean }) => {
  if (request.headers['x-github-event'] !== 'release') return { statusCode: 204, body: '' };
  const event = JSON.parse(request.body);
  ${WORK}
  return { statusCode: 200, body: 'ok' };
};
`,
      'main.mjs': `import { serve } from '@hono/node-server';
import { handler } from './src/webhooks/in.js';

const fetch = async (request) => {
  if (request.method !== 'POST') return new Response('up');
  const event = { body: await request.text(), headers: Object.fromEntries(request.headers), isBase64Encoded: false, requestContext: {} };
  try {
    const { statusCode, body } = await handler(event);
    return new Response(statusCode === 204 ? null : body, { status: statusCode });
  } catch {
    return new Response('', { status: 502 });
  }
};
serve({ fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
`,
    }),
  },
  {
    name: 'Remix',
    provider: 'github',
    files: (store) => ({
      'app/routes/webhooks.in.ts': `import { ledger } from '../../ledger.js';
${store}

export async function action({ request }: { request: Request }) {
  if (request.headers.get('x-github-event') !== 'release') return new Response(null, { status: 204 });
  const event = await request.json();
  ${WORK}
  return new Response('ok');
}
`,
      'main.mjs': `import { serve } from '@hono/node-server';
import { action } from './app/routes/webhooks.in.js';

const fetch = (request) => (request.method === 'POST' ? action({ request, params: {}, context: {} }) : new Response('up'));
serve({ fetch, port: Number(process.env.PORT), hostname: '127.0.0.1' });
`,
    }),
  },
  {
    name: 'node:http',
    provider: 'github',
    files: (store) => ({
      'app.ts': `import { createServer } from 'node:http';
import { ledger } from './ledger.js';
${store}

createServer(async (req, res) => {
  if (req.method !== 'POST' || req.headers['x-github-event'] !== 'release') {
    res.writeHead(404).end();
    return;
  }
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const event = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    ${WORK}
    res.writeHead(204).end();
  } catch {
    res.writeHead(500).end();
  }
}).listen(Number(process.env.PORT), '127.0.0.1');
`,
    }),
  },
];

const subject = (framework: (typeof frameworks)[number], id: NodeStore): ClaimSubject => {
  const { store, title, code } = nodeStores[id];
  const files = framework.files(code);
  return {
    name: `${framework.name} with ${id}`,
    store,
    title,
    provider: framework.provider,
    files,
    entry: ['main.mjs', 'main.ts'].find((path) => path in files) ?? Object.keys(files)[0] ?? '',
  };
};

/** Guards against repeats that do not hold. */
const racy: readonly ClaimSubject[] = [
  { id: 'ioredis', lines: ['if (await redis.get(event.id)) return res.sendStatus(200);', WORK, "await redis.set(event.id, '1');"], made: '' },
  { id: 'pg', lines: ['if (seen.has(event.id)) return res.sendStatus(200);', 'seen.add(event.id);', WORK], made: '\nconst seen = new Set<string>();' },
].map(({ id, lines, made }) => {
  const { store, title, code } = nodeStores[id as NodeStore];
  const files = Object.fromEntries(Object.entries(express(code + made)).map(([path, text]) => [path, text.replace(WORK, lines.join('\n  '))]));
  return { name: `Express, a check in two steps, with ${id}`, store, title, provider: 'stripe', files, entry: 'app.ts' };
});

/** A connection of the pool is held while the work is done: a claim on a second one would wait for the others, and they for it. */
const holding: ClaimSubject = (() => {
  const { store, title, code } = nodeStores.pg;
  const lines = ['const client = await pool.connect();', 'try {', "  await client.query('SELECT 1');", `  ${WORK}`, '} finally {', '  client.release();', '}'];
  const files = Object.fromEntries(Object.entries(express(code)).map(([path, text]) => [path, text.replace(WORK, lines.join('\n  '))]));
  return { name: 'Express, a connection held, with pg', store, title, provider: 'stripe', files, entry: 'app.ts' };
})();

const others: readonly NodeStore[] = ['ioredis', 'pg', 'dynamodb'];

export const nodeSubjects: readonly ClaimSubject[] = [
  ...(Object.keys(nodeStores) as NodeStore[]).map((id) => subject(frameworks[0] as (typeof frameworks)[number], id)),
  ...frameworks.slice(1).map((framework, at) => subject(framework, others[at % others.length] ?? 'pg')),
  ...racy,
  holding,
];

// -------------------------------------------------------------------------------------------------------- Python

const flask = (imports: string, store: string, app = 'app = Flask(__name__)'): string => `import hashlib
import hmac
import os

from flask import Flask, request
${imports}
from ledger import ledger

${app}
${store}

@app.post("/webhooks/in")
def receive():
    expected = "sha256=" + hmac.new(os.environ["GITHUB_WEBHOOK_SECRET"].encode(), request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), request.headers.get("X-Hub-Signature-256", "").encode()):
        return "", 401
    if request.headers.get("X-GitHub-Event") != "release":
        return "", 204
    event = request.get_json()
    changed = event["data"]["object"]
    ledger.increment(changed["id"], changed["fails"])
    return {"received": True}


if __name__ == "__main__":
    app.run(port=int(os.environ["PORT"]), threaded=True)
`;

const ALCHEMY = 'os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg2://")';

export const pythonSubjects: readonly ClaimSubject[] = [
  {
    name: 'Flask with redis-py',
    store: 'redis' as const,
    title: 'Claim the event in Redis',
    python: ['flask', 'redis'],
    code: flask('from redis import Redis\n', 'redis = Redis.from_url(os.environ["REDIS_URL"])\n'),
  },
  {
    name: 'Flask with Flask-Caching',
    store: 'redis' as const,
    title: 'Claim the event in the cache (Flask-Caching)',
    python: ['flask', 'flask_caching', 'redis'],
    code: flask('from flask_caching import Cache\n', 'cache = Cache(app, config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": os.environ["REDIS_URL"]})\n'),
  },
  {
    name: 'Flask, a check in two steps, with Flask-Caching',
    store: 'redis' as const,
    title: 'Claim the event in the cache (Flask-Caching)',
    python: ['flask', 'flask_caching', 'redis'],
    code: flask(
      'from flask_caching import Cache\n',
      'cache = Cache(app, config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": os.environ["REDIS_URL"]})\n',
    ).replace(
      '    ledger.increment(',
      '    if cache.get(event["id"]):\n        return "", 200\n    cache.set(event["id"], "seen", timeout=604800)\n    ledger.increment(',
    ),
  },
  ...(['postgres', 'serializable'] as const).flatMap((store) => [
    {
      name: `Flask with Flask-SQLAlchemy, ${store}`,
      store,
      title: 'Claim the event in the database (Flask-SQLAlchemy)',
      python: ['flask', 'flask_sqlalchemy', 'psycopg2'],
      code: flask(
        'from flask_sqlalchemy import SQLAlchemy\n',
        'db = SQLAlchemy(app)\n',
        `app = Flask(__name__)\napp.config["SQLALCHEMY_DATABASE_URI"] = ${ALCHEMY}`,
      ),
    },
    {
      name: `Flask with SQLAlchemy, ${store}`,
      store,
      title: 'Claim the event in the database (SQLAlchemy)',
      python: ['flask', 'sqlalchemy', 'psycopg2'],
      code: flask('from sqlalchemy import create_engine\n', `engine = create_engine(${ALCHEMY})\n`),
    },
  ]),
  {
    name: 'Flask with psycopg2',
    store: 'postgres' as const,
    title: 'Claim the event in PostgreSQL (psycopg2)',
    python: ['flask', 'psycopg2'],
    code: flask(
      'import psycopg2\n',
      '\ndef open_orders():\n    with psycopg2.connect(os.environ["DATABASE_URL"]) as connection:\n        return connection\n\n',
    ),
  },
  {
    name: 'Flask with psycopg',
    store: 'postgres' as const,
    title: 'Claim the event in PostgreSQL (psycopg)',
    python: ['flask', 'psycopg'],
    code: flask('import psycopg\n', ''),
  },
  {
    name: 'Flask with boto3',
    store: 'dynamo' as const,
    title: 'Claim the event in DynamoDB',
    python: ['flask', 'boto3'],
    code: flask('import boto3\n', 'dynamodb = boto3.resource("dynamodb", endpoint_url=os.environ["DYNAMODB_URL"])\n'),
  },
].map(({ code, ...one }) => ({ ...one, provider: 'github', files: { 'app.py': code }, entry: 'app.py' }));
