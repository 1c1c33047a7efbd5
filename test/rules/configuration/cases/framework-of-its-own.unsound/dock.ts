import { Dock } from 'trolley';
import { db } from './db';

const dock = new Dock();

dock.receive('/hooks/parcels', async (load) => { // want missing-signature-verification "has no signature check"
  await db.parcels.insert(JSON.parse(load.bytes.toString('utf8')));
  return 204;
});
