import type { AzureFunction, Context, HttpRequest } from '@azure/functions';
import { isGenuine } from '../lib/genuine';
import { wagons } from '../lib/wagons';

const receive: AzureFunction = async function (context: Context, req: HttpRequest): Promise<void> {
  if (!isGenuine(String(req.rawBody), req.headers['x-wagon-signature'])) {
    context.res = { status: 401 };
    return;
  }
  await wagons.insertOne({ wagon: req.body.wagon, load: req.body.load });
};

export default receive;
