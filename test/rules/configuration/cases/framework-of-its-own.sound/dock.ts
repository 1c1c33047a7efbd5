import { createHmac, timingSafeEqual } from 'node:crypto';
import { Dock } from 'trolley';
import { db } from './db';

const dock = new Dock();

dock.receive('/hooks/parcels', async (load) => {
  const expected = createHmac('sha256', process.env.DOCK_SECRET!).update(load.bytes).digest();
  const sent = Buffer.from(load.tag('x-dock-signature') ?? '', 'hex');
  if (sent.length !== expected.length || !timingSafeEqual(sent, expected)) return 401;
  await db.parcels.insert(JSON.parse(load.bytes.toString('utf8')));
  return 204;
});
