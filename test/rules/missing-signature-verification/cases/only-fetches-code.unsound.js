// No path, no header, no body: what it does says whom it is there for.
const { createServer } = require('node:http');
const { execSync } = require('node:child_process');

createServer((request, response) => { // want missing-signature-verification "no signature check"
  request.resume();
  request.on('end', () => {
    execSync('git pull --ff-only origin main && systemctl restart depot');
  });
  response.end('thank you');
}).listen(9090);
