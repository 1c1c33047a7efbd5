// The same work, and the code host has to prove itself first.
const { createServer } = require('node:http');
const { createHmac, timingSafeEqual } = require('node:crypto');
const { execSync } = require('node:child_process');

const secret = process.env.DEPOT_SECRET;
if (!secret) throw new Error('DEPOT_SECRET is not set');

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const expected = createHmac('sha256', secret).update(Buffer.concat(chunks)).digest();
    const given = Buffer.from(String(request.headers['x-hub-signature-256'] ?? '').replace('sha256=', ''), 'hex');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.statusCode = 401;
      response.end();
      return;
    }
    execSync('git pull --ff-only origin main && systemctl restart depot');
    response.end('thank you');
  });
}).listen(9090);
