'use strict';
const { createHmac } = require('node:crypto');
const fp = require('fastify-plugin');

module.exports = fp(async function (fastify) {
  fastify.register(require('fastify-raw-body'), { field: 'rawBody', global: true });
  fastify.decorate('signed', async function (request, reply) {
    const mine = createHmac('sha256', process.env.TERN_SECRET).update(request.rawBody).digest('hex');
    if (mine !== request.headers['x-tern-signature']) return reply.code(401).send(); // want weak-signature-comparison "constant time"
  });
});
