import http from 'node:http';
import { receiveParcel } from './receive-parcel';

const routes: Record<string, (req: http.IncomingMessage, res: http.ServerResponse) => Promise<void>> = {
  '/hooks/parcels': receiveParcel,
  '/health': async (_req, res) => {
    res.end('ok');
  },
};

http
  .createServer(async (req, res) => {
    const route = routes[req.url ?? ''];
    if (!route) {
      res.writeHead(404).end();
      return;
    }
    await route(req, res);
  })
  .listen(3000);
