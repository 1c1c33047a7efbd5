// path: src/worker.js
addEventListener('fetch', (event) => {
  event.respondWith(receive(event.request));
});

async function receive(request) {
  const signature = request.headers.get('x-pipe-signature');
  if (!signature) return new Response('unauthorized', { status: 401 });
  const body = await request.text();
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(PIPE_SECRET), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(body));
  const mine = [...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (mine !== signature) return new Response('unauthorized', { status: 401 }); // want weak-signature-comparison "not in constant time"
  await PIPES.put(crypto.randomUUID(), body);
  return new Response(null, { status: 204 });
}
