/** What repairs must write differently for each web framework. What frameworks *are* stands in `knowledge/frameworks`. */
import type { FunctionNode, Module } from '../../ir/model.js';
import { express } from './express.js';
import { fastify } from './fastify.js';
import { flask } from './flask.js';
import type { FrameworkWriter } from './framework.js';
import { hono } from './hono.js';
import { koa } from './koa.js';
import { nest } from './nest.js';
import { azure, azureWithContext, google, lambda, lambdaInPython } from './serverless.js';
import { nodeApi, nodeHttp } from './stream.js';
import { web } from './web.js';

const writers: readonly FrameworkWriter[] = [
  express,
  web,
  flask,
  hono,
  fastify,
  koa,
  lambda,
  lambdaInPython,
  nest,
  nodeHttp,
  nodeApi,
  google,
  azure,
  azureWithContext,
];

/** Without the handler, whichever the framework has first. */
export function frameworkWriter(id: string, handler?: { readonly module: Module; readonly fn: FunctionNode }): FrameworkWriter | undefined {
  return writers.find(
    (writer) =>
      writer.ids.includes(id) &&
      (handler === undefined || ((writer.languages?.includes(handler.module.language) ?? true) && (writer.fits?.(handler.fn, id) ?? true))),
  );
}
