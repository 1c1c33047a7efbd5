import { appendFile } from 'node:fs/promises';
import { devNull } from 'node:os';

export async function POST(request: Request) {
  const event = await request.json();
  switch (event.type) {
    case 'invoice.paid': {
      const invoice = event.data.object;
      await appendFile(devNull, `${invoice.customer_email.trim()} ${invoice.amount_paid.toFixed(2)}`);
      break;
    }
  }
  return new Response('ok');
}
