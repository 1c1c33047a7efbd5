import { httpRouter } from 'convex/server';
import { pilotHook } from './hooks/pilot';

const http = httpRouter();
http.route({ path: '/pilot-hook', method: 'POST', handler: pilotHook });
export default http;
