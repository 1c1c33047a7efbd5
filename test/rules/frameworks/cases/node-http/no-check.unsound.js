const http = require('node:http');
const { parcels } = require('./parcels');

const server = http.createServer(async (req, res) => { // want missing-signature-verification "no signature"
  if (req.method !== 'POST' || req.url !== '/hooks/parcels') {
    res.writeHead(404).end();
    return;
  }
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const delivery = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  await parcels.insertOne({ id: delivery.id });
  res.writeHead(204).end();
});

server.listen(3000);
