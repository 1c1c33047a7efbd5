import type { FrameworkRow } from '../rows.js';

export const httpServer: FrameworkRow = {
  id: 'http-server',
  name: 'http.server',
  docs: 'https://docs.python.org/3/library/http.server.html',
  packages: ['http.server'],
  controllers: [
    {
      bases: ['http.server.BaseHTTPRequestHandler', 'http.server.SimpleHTTPRequestHandler', 'http.server.CGIHTTPRequestHandler'],
      servesPaths: true,
      methodNames: { do_POST: ['POST'], do_PUT: ['PUT'], do_PATCH: ['PATCH'], do_DELETE: ['DELETE'], do_GET: ['GET'] },
    },
  ],
  members: [
    { name: 'http.server.BaseHTTPRequestHandler().headers', is: ['headers'] },
    { name: 'http.server.BaseHTTPRequestHandler().rfile', is: ['raw-body', 'payload'] },
    { name: 'http.server.BaseHTTPRequestHandler().path', is: ['address', 'query'], isPath: true },
    { name: 'http.server.BaseHTTPRequestHandler().command', is: ['method'] },
    { name: 'http.server.SimpleHTTPRequestHandler().headers', is: ['headers'] },
    { name: 'http.server.SimpleHTTPRequestHandler().rfile', is: ['raw-body', 'payload'] },
    { name: 'http.server.SimpleHTTPRequestHandler().path', is: ['address', 'query'], isPath: true },
  ],
  calls: [
    {
      call: 'http.server.BaseHTTPRequestHandler().rfile.read',
      also: ['http.server.SimpleHTTPRequestHandler().rfile.read'],
      result: { is: ['raw-body', 'payload'], from: [] },
    },
    {
      call: 'http.server.BaseHTTPRequestHandler().wfile.write',
      also: [
        'http.server.SimpleHTTPRequestHandler().wfile.write',
        'http.server.BaseHTTPRequestHandler().send_response',
        'http.server.SimpleHTTPRequestHandler().send_response',
        'http.server.BaseHTTPRequestHandler().send_error',
        'http.server.SimpleHTTPRequestHandler().send_error',
        'http.server.BaseHTTPRequestHandler().send_header',
        'http.server.SimpleHTTPRequestHandler().send_header',
        'http.server.BaseHTTPRequestHandler().end_headers',
        'http.server.SimpleHTTPRequestHandler().end_headers',
      ],
      effect: 'answer',
      result: { from: [] },
    },
  ],
  bounds: { body: null, settings: [], reads: ['rfile'], created: [], callsBlock: true },
  bodyBefore: 'on-demand',
};
