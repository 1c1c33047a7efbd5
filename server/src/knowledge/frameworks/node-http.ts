import type { FrameworkRow } from '../rows.js';

export const nodeHttp: FrameworkRow = {
  id: 'node-http',
  name: 'node:http',
  docs: 'https://nodejs.org/api/http.html',
  packages: ['http', 'https', 'http2'],
  entryPoints: [
    { passedTo: { call: 'http.createServer', argument: 0 }, params: ['http.IncomingMessage', 'http.ServerResponse'], servesPaths: true },
    { passedTo: { call: 'https.createServer', argument: 1 }, params: ['http.IncomingMessage', 'http.ServerResponse'], servesPaths: true },
    { passedTo: { call: 'http2.createServer', argument: 0 }, params: ['http.IncomingMessage', 'http.ServerResponse'], servesPaths: true },
    { passedTo: { call: 'http2.createSecureServer', argument: 1 }, params: ['http.IncomingMessage', 'http.ServerResponse'], servesPaths: true },
    {
      passedTo: { call: 'http.createServer().on', argument: 1, when: { argument: 0, equals: 'request' } },
      params: ['http.IncomingMessage', 'http.ServerResponse'],
      servesPaths: true,
    },
    {
      passedTo: { call: 'https.createServer().on', argument: 1, when: { argument: 0, equals: 'request' } },
      params: ['http.IncomingMessage', 'http.ServerResponse'],
      servesPaths: true,
    },
    {
      passedTo: { call: 'http2.createServer().on', argument: 1, when: { argument: 0, equals: 'request' } },
      params: ['http.IncomingMessage', 'http.ServerResponse'],
      servesPaths: true,
    },
    {
      passedTo: { call: 'http2.createSecureServer().on', argument: 1, when: { argument: 0, equals: 'request' } },
      params: ['http.IncomingMessage', 'http.ServerResponse'],
      servesPaths: true,
    },
    {
      passedTo: { call: 'http.Server().on', argument: 1, when: { argument: 0, equals: 'request' } },
      params: ['http.IncomingMessage', 'http.ServerResponse'],
      servesPaths: true,
    },
  ],
  members: [
    { name: 'http.IncomingMessage', is: ['request'], showsHeaders: true },
    { name: 'http.IncomingMessage[]', is: ['raw-body', 'payload'] },
    { name: 'http.IncomingMessage.headers', is: ['headers'], lowerKeys: true },
    { name: 'http.IncomingMessage.socket.authorized', is: ['vouched'] },
    { name: 'http.IncomingMessage.connection.authorized', is: ['vouched'] },
    { name: 'http.IncomingMessage.method', is: ['method'] },
    { name: 'http.IncomingMessage.url', is: ['query', 'address'], isPath: true },
  ],
  calls: [
    { call: 'http.IncomingMessage.on', invokes: [1], result: { type: 'http.IncomingMessage', is: ['raw-body', 'payload'], from: [] } },
    { call: 'http.IncomingMessage.iterator', result: { type: 'http.IncomingMessage', is: ['request'], from: [] } },
  ],
  bounds: { body: null, reads: [] },
  bodyBefore: 'on-demand',
  writing: { rawBody: 'chunks', header: "{request}.headers['{header}']", refuse: '{response}.writeHead({status}).end()' },
};
