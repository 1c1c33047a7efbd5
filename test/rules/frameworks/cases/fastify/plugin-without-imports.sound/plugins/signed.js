'use strict';
const { createHmac, timingSafeEqual } = require('node:crypto');
const fp = require('fastify-plugin');

module.exports = fp(async function (fastify) {
  fastify.register(require('fastify-raw-body'), { field: 'rawBody', global: true });
  fastify.decorate('signed', async function (request, reply) {
    const mine = createHmac('sha256', process.env.TERN_SECRET).update(request.rawBody).digest();
    const theirs = Buffer.from(request.headers['x-tern-signature'] || '', 'hex');
    if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return reply.code(401).send();
  });
});
