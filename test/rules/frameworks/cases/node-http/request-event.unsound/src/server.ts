import { createServer } from 'node:http';
import { onRequest } from './on-request';

const server = createServer();
server.on('request', onRequest); // want missing-signature-verification "no signature"
server.listen(3000);
