import { createServer } from 'node:http';
import { onRequest } from './on-request';

const server = createServer();
server.on('request', onRequest);
server.listen(3000);
