import { readings } from './readings';

export async function POST(request: Request) {
  const { meter, kwh } = await request.json();
  await readings.insertOne({ meter, kwh });
  return new Response(null, { status: 204 });
}
