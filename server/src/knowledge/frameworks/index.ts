/** All frameworks. One file each; a new one is added here by `npm run new-framework`. */
import type { FrameworkRow } from '../rows.js';
import { adonis } from './adonis.js';
import { astro } from './astro.js';
import { azureFunctions } from './azure-functions.js';
import { bun } from './bun.js';
import { convex } from './convex.js';
import { deno } from './deno.js';
import { elysia } from './elysia.js';
import { express } from './express.js';
import { fastify } from './fastify.js';
import { flask } from './flask.js';
import { googleFunctions } from './google-functions.js';
import { h3 } from './h3.js';
import { hapi } from './hapi.js';
import { hono } from './hono.js';
import { httpServer } from './http-server.js';
import { koa } from './koa.js';
import { lambda } from './lambda.js';
import { nest } from './nest.js';
import { netlify } from './netlify.js';
import { nextApp } from './next-app.js';
import { nextPages } from './next-pages.js';
import { nodeHttp } from './node-http.js';
import { outsideRouters } from './outside-routers.js';
import { procedures } from './procedures.js';
import { remix } from './remix.js';
import { supabase } from './supabase.js';
import { svelteKit } from './svelte-kit.js';
import { vercel } from './vercel.js';
import { workers } from './workers.js';
import { workflowNodes } from './workflow-nodes.js';

export const frameworks: readonly FrameworkRow[] = [
  express,
  fastify,
  koa,
  hapi,
  elysia,
  adonis,
  hono,
  nextApp,
  nextPages,
  nest,
  flask,
  httpServer,
  remix,
  svelteKit,
  astro,
  h3,
  netlify,
  vercel,
  lambda,
  azureFunctions,
  googleFunctions,
  workers,
  supabase,
  deno,
  bun,
  nodeHttp,
  convex,
  workflowNodes,
  procedures,
  outsideRouters,
];
