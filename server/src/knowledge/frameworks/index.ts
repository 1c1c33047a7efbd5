/** All frameworks. One file each; a new one is added here by `npm run new-framework`. */
import type { FrameworkRow } from '../rows.js';
import { azureFunctions } from './azure-functions.js';
import { elysia } from './elysia.js';
import { express } from './express.js';
import { fastify } from './fastify.js';
import { flask } from './flask.js';
import { hapi } from './hapi.js';
import { hono } from './hono.js';
import { httpServer } from './http-server.js';
import { koa } from './koa.js';
import { lambda } from './lambda.js';
import { nest } from './nest.js';
import { nextApp } from './next-app.js';
import { nextPages } from './next-pages.js';
import { nodeHttp } from './node-http.js';
import { outsideRouters } from './outside-routers.js';
import { remix } from './remix.js';
import { svelteKit } from './svelte-kit.js';
import { workers } from './workers.js';

export const frameworks: readonly FrameworkRow[] = [
  express,
  fastify,
  koa,
  hapi,
  elysia,
  hono,
  nextApp,
  nextPages,
  nest,
  flask,
  httpServer,
  remix,
  svelteKit,
  lambda,
  azureFunctions,
  workers,
  nodeHttp,
  outsideRouters,
];
