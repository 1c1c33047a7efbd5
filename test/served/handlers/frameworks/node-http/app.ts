import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

function record(route: string, id: unknown): void {
  appendFileSync(process.env.EFFECTS ?? '', `${route} ${String(id)}\n`);
}

const server = createServer(async (req, res) => {
  if (req.method !== 'POST' || req.url !== '/webhooks/github') {
    res.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk);
  const event = JSON.parse(Buffer.concat(chunks).toString());
  record('github', event.id);
  res.writeHead(204).end();
});

server.listen(Number(process.env.PORT), '127.0.0.1');
