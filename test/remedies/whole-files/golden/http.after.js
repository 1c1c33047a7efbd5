const http = require('http');
const crypto = require('crypto');
const db = require('./db');
const macOf = (raw) => crypto.createHmac('sha256', process.env.INBOX_SECRET).update(raw).digest('hex');
const same = (a, b) => a.length === b.length && crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b));
http.createServer((req, res) => {
  if (req.method !== 'POST' || req.url !== '/webhook') { res.writeHead(404); res.end(); return; }
  let raw = '';
  req.on('data', (c) => { raw += c; if (raw.length > 1e6) req.destroy(); });
  req.on('end', () => {
    if (!same(macOf(raw), req.headers['x-sig'] || '')) {
      res.writeHead(401).end('Invalid signature.');
      return;
    }
    db.parcels.insert(JSON.parse(raw));
    res.writeHead(204);
    res.end();
  });
}).listen(3000);
