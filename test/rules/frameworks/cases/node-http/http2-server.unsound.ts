import http2 from 'node:http2';
import { readFileSync } from 'node:fs';
import { parcels } from './parcels';

const server = http2.createSecureServer({ key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }, async (req, res) => { // want missing-signature-verification "no signature"
  if (req.url !== '/hooks/parcels') return res.writeHead(404).end();
  let body = '';
  for await (const chunk of req) body += chunk;
  await parcels.insertOne(JSON.parse(body));
  res.writeHead(204).end();
});
server.listen(3000);
