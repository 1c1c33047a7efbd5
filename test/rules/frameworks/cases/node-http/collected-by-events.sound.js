const crypto = require('crypto');
const { createServer } = require('http');
const { parcels } = require('./parcels');

createServer((req, res) => {
  if (req.url !== '/hooks/parcels') return res.writeHead(404).end();
  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', async () => {
    const raw = Buffer.concat(chunks);
    const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(raw).digest();
    const theirs = Buffer.from(req.headers['x-depot-signature'] ?? '', 'hex');
    if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) {
      res.writeHead(401).end();
      return;
    }
    await parcels.insertOne(JSON.parse(raw.toString('utf8')));
    res.writeHead(204).end();
  });
}).listen(3000);
