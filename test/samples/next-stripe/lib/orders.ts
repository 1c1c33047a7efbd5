import { appendFile } from 'node:fs/promises';

const journal = process.env.ORDERS_FILE ?? 'orders.jsonl';

export interface OrderChange {
  status: 'paid' | 'refunded';
  amount: number | null;
}

/** What happened to an order, one line each. */
export const orders = {
  async update(id: string | null, change: OrderChange): Promise<void> {
    await appendFile(journal, `${JSON.stringify({ id, ...change })}\n`);
  },
};
