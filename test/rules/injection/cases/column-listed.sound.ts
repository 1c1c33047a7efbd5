// path: app/api/hooks/sorting/route.ts
import { Webhook } from 'svix';
import { pool } from '@/lib/pool';
const columns = ['id', 'weight', 'sent_at'];

export async function POST(request: Request) {
  const raw = await request.text();
  const headers = Object.fromEntries(request.headers);
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, headers) as any;
  const column = columns.includes(event.data.sort) ? event.data.sort : 'id';
  await pool.query(`SELECT id FROM parcels ORDER BY ${column} LIMIT ${Number(event.data.limit)}`);
  return new Response(null, { status: 204 });
}
