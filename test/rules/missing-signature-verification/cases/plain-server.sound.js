const crypto = require('crypto');
const http = require('http');
const { execFile } = require('child_process');

const secret = process.env.GITHUB_HOOK_SECRET;
if (!secret) throw new Error('GITHUB_HOOK_SECRET is not set');

http.createServer((req, res) => {
  if (req.method !== 'POST') {
    res.writeHead(405);
    return res.end();
  }

  const chunks = [];
  req.on('data', (chunk) => chunks.push(chunk));
  req.on('end', () => {
    const raw = Buffer.concat(chunks);
    const mine = Buffer.from('sha256=' + crypto.createHmac('sha256', secret).update(raw).digest('hex'));
    const theirs = Buffer.from(req.headers['x-hub-signature-256'] || '');
    if (mine.length !== theirs.length || !crypto.timingSafeEqual(mine, theirs)) {
      res.writeHead(401);
      return res.end('unauthorized');
    }

    execFile('git', ['pull'], { cwd: '/srv/site' }, (error) => error && console.error(error));
    res.end('ok');
  });
}).listen(9000);
