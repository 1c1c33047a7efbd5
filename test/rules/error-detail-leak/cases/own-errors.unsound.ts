// path: app/hooks/crates/route.ts
import { NextResponse } from 'next/server';
import { ZodError } from 'zod';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';
import { shape } from './shape';

export async function POST(request: Request) {
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  try {
    await crates.insert(shape.parse(JSON.parse(raw)));
    return NextResponse.json({ ok: true });
  } catch (error) {
    if (error instanceof ZodError) return NextResponse.json({ error: error.message }, { status: 422 });
    return NextResponse.json({ error: (error as Error).message }, { status: 500 }); // want error-detail-leak "the text of an exception"
  }
}
