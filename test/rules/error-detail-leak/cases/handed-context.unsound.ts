// path: app/hooks/crates/route.ts
import { procedures } from '@yard/procedures';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';
import { ProcedureError } from './problems';

const context = () => ({ owner: () => crates.findFirst({ where: { kind: 'owner' } }) });

export async function POST(request: Request) {
  try {
    const event = new Webhook(process.env.CRATE_KEY!).verify(await request.text(), Object.fromEntries(request.headers));
    await context().owner();
    await procedures.caller(context()).moved({ event });
  } catch (error) {
    if (error instanceof ProcedureError) return new Response(error.message, { status: error.code });
    return new Response(`Delivery refused: ${(error as Error).message}`, { status: 400 }); // want error-detail-leak "the text of an exception"
  }
  return new Response(null, { status: 204 });
}
