// path: src/worker.js
addEventListener('fetch', (event) => {
  event.respondWith(receive(event.request));
});

async function receive(request) {
  const signature = request.headers.get('x-pipe-signature');
  if (!signature) return new Response('unauthorized', { status: 401 });
  const body = await request.arrayBuffer();
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(PIPE_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const genuine = await crypto.subtle.verify('HMAC', key, hexToBytes(signature), body);
  if (!genuine) return new Response('unauthorized', { status: 401 });
  await PIPES.put(crypto.randomUUID(), new TextDecoder().decode(body));
  return new Response(null, { status: 204 });
}

function hexToBytes(hex) {
  return new Uint8Array(hex.match(/../g).map((pair) => Number.parseInt(pair, 16)));
}
