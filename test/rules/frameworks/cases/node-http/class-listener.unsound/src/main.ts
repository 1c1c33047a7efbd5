import { createServer } from 'node:http';
import { HookServer } from './hook-server';

const hooks = new HookServer(process.env.DEPOT_SECRET!);
createServer((req, res) => hooks.handle(req, res)).listen(3000);
