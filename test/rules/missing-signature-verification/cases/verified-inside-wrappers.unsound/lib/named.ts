import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next';

const names = new AsyncLocalStorage<string>();

export const named = (handler: NextApiHandler, name: string) => (req: NextApiRequest, res: NextApiResponse) => names.run(name, () => handler(req, res));
