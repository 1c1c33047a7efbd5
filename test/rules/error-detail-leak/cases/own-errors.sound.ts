// path: app/hooks/crates/route.ts
import { NextResponse } from 'next/server';
import { ZodError } from 'zod';
import { Webhook } from 'standardwebhooks';
import { crates } from './crates';
import { isCrateError } from './problems';
import { shape } from './shape';

export async function POST(request: Request) {
  const raw = await request.text();
  new Webhook(process.env.CRATE_KEY!).verify(raw, Object.fromEntries(request.headers));
  try {
    await crates.insert(shape.parse(JSON.parse(raw)));
    return NextResponse.json({ ok: true });
  } catch (error) {
    if (error instanceof ZodError) return NextResponse.json({ error: error.message }, { status: 422 });
    if (isCrateError(error)) return NextResponse.json({ error: error.message }, { status: 409 });
    throw error;
  }
}
