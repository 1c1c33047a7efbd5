'use strict';

const Hapi = require('@hapi/hapi');
const Crypto = require('crypto');
const { parcels } = require('./parcels');

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'post',
  path: '/hooks/parcels',
  config: {
    payload: { parse: false },
    handler: async (request, h) => {
      const mine = Crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(request.payload).digest('hex');
      if (mine !== request.headers['x-depot-signature']) return h.response().code(401); // want weak-signature-comparison "constant time"
      await parcels.insertOne(JSON.parse(request.payload));
      return h.response().code(204);
    },
  },
});
