import { httpRouter } from 'convex/server';
import { depotHook } from './depot';

const http = httpRouter();
http.route({ path: '/hooks/parcels', method: 'POST', handler: depotHook });

export default http;
