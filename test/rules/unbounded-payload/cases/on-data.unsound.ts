import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { crates } from './crates';

http
  .createServer((req, res) => {
    if (req.url !== '/hooks/crates') return res.writeHead(404).end();
    let body = '';
    req.on('data', (chunk) => { // want unbounded-payload "gathers the body to its end"
      body += chunk;
    });
    req.on('end', async () => {
      const mine = createHmac('sha256', process.env.CRATE_KEY!).update(body).digest();
      const theirs = Buffer.from(String(req.headers['x-crate-signature'] ?? ''), 'hex');
      if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return res.writeHead(401).end();
      await crates.upsert(JSON.parse(body));
      res.writeHead(204).end();
    });
  })
  .listen(8080);
