const http = require('node:http');
const { parcels } = require('./parcels');

const server = http.createServer(async (req, res) => { // want missing-signature-verification "no signature"
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const event = JSON.parse(Buffer.concat(chunks).toString());
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
