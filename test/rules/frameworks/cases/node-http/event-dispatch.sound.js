const http = require('node:http');
const crypto = require('node:crypto');
const { parcels } = require('./parcels');

const server = http.createServer(async (req, res) => {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const mine = crypto.createHmac('sha256', process.env.DEPOT_SECRET).update(raw).digest();
  const theirs = Buffer.from(req.headers['x-depot-signature'] ?? '', 'hex');
  if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) {
    res.writeHead(401).end();
    return;
  }
  const event = JSON.parse(raw.toString());
  switch (event.type) {
    case 'parcel.sent':
      await parcels.insertOne({ id: event.data.id });
      break;
    case 'parcel.lost':
      await parcels.deleteOne({ id: event.data.id });
      break;
  }
  res.end('ok');
});
server.listen(process.env.PORT);
