const http = require('node:http');
const { parcels } = require('./parcels');

http
  .createServer(async (req, res) => {
    const chunks = [];
    for await (const chunk of req) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    await parcels.insertOne({ id: form.get('id'), note: form.get('note') });
    res.end('thank you');
  })
  .listen(process.env.PORT);
