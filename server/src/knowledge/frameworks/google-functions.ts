import type { FrameworkRow } from '../rows.js';

/** Google Cloud and Firebase functions: Express objects with a parser always on, and the bytes beside it. */
export const googleFunctions: FrameworkRow = {
  id: 'google-functions',
  name: 'Google Cloud Functions',
  docs: 'https://cloud.google.com/functions/docs/writing/write-http-functions',
  packages: ['@google-cloud/functions-framework', 'firebase-functions'],
  entryPoints: [
    { passedTo: { call: '@google-cloud/functions-framework.http', argument: 1, name: 0 }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions.https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions/https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions/v2/https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions/v2.https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions/v1.https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions.region().https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    { passedTo: { call: 'firebase-functions.runWith().https.onRequest', argument: 0, exportIsPath: true }, params: ['gcf.Request', 'express.Response'] },
    {
      passedTo: { call: 'firebase-functions.region().runWith().https.onRequest', argument: 0, exportIsPath: true },
      params: ['gcf.Request', 'express.Response'],
    },
    {
      passedTo: { call: 'firebase-functions.runWith().region().https.onRequest', argument: 0, exportIsPath: true },
      params: ['gcf.Request', 'express.Response'],
    },
  ],
  members: [
    { name: 'gcf.Request', is: ['request'] },
    { name: '@google-cloud/functions-framework.Request', is: ['request'], type: 'gcf.Request' },
    { name: 'firebase-functions/v2/https.Request', is: ['request'], type: 'gcf.Request' },
    { name: 'firebase-functions.https.Request', is: ['request'], type: 'gcf.Request' },
    { name: 'gcf.Request.body', is: ['parsed-body', 'payload'] },
    { name: 'gcf.Request.rawBody', is: ['raw-body', 'payload'] },
    { name: 'gcf.Request.headers', is: ['headers'] },
    { name: 'gcf.Request.query', is: ['query'] },
    { name: 'gcf.Request.params', is: ['route-parameter'] },
    { name: 'gcf.Request.path', is: ['address'] },
    { name: 'gcf.Request.method', is: ['method'] },
  ],
  calls: [
    { call: 'gcf.Request.get', result: { is: ['header'], from: [] } },
    { call: 'gcf.Request.header', result: { is: ['header'], from: [] } },
  ],
  bounds: { body: 'platform', rate: 'platform' },
  bodyBefore: 'parsed',
  writing: { rawBody: '{request}.rawBody', header: "{request}.get('{header}')", refuse: "{response}.status({status}).send('{text}')" },
};
