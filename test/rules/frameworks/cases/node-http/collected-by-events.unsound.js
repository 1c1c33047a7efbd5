const { createServer } = require('http');
const { parcels } = require('./parcels');

createServer((req, res) => { // want missing-signature-verification "no signature"
  if (req.url !== '/hooks/parcels') return res.writeHead(404).end();
  let body = '';
  req.on('data', (chunk) => {
    body += chunk;
  });
  req.on('end', async () => {
    await parcels.insertOne(JSON.parse(body));
    res.writeHead(204).end();
  });
}).listen(3000);
