import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

createServer((req, res) => {
  const url = new URL(req.url, 'http://localhost');
  if (url.pathname === '/webhooks/stripe') {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      const event = JSON.parse(body);
      appendFileSync(process.env.EFFECTS, `stripe ${event.id}\n`);
      res.end('ok');
    });
    return;
  }
  res.statusCode = 404;
  res.end();
}).listen(Number(process.env.PORT), '127.0.0.1');
