'use strict';
const terns = require('../../terns');

module.exports = async function (fastify) {
  fastify.post('/terns', { preHandler: [fastify.signed] }, async function (request, reply) {
    await terns.insertOne({ id: request.body.id });
    return reply.code(204).send();
  });
};
