/** What repairs must write differently for each web framework. What frameworks *are* stands in `knowledge/frameworks`. */
import { express } from './express.js';
import { flask } from './flask.js';
import type { FrameworkWriter } from './framework.js';
import { fastify, hono, koa, lambda, nest, nodeHttp } from './other.js';
import { web } from './web.js';

const writers: readonly FrameworkWriter[] = [express, web, flask, hono, fastify, koa, lambda, nest, nodeHttp];

export function frameworkWriter(id: string): FrameworkWriter | undefined {
  return writers.find((writer) => writer.ids.includes(id));
}
