import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.PIPELINE_SECRET!);

export interface Delivery {
  type: string;
  run: { id: string; outcome: string };
}

export class Refused extends Error {}

export function openDelivery(raw: string, headers: Record<string, string>): Delivery {
  try {
    return webhook.verify(raw, headers) as Delivery;
  } catch (error) {
    throw new Refused('the delivery is not from the pipeline', { cause: error });
  }
}
