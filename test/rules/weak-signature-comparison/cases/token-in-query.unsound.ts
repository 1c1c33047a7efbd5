// path: app/api/hooks/storage/route.ts
import { type NextRequest, NextResponse } from 'next/server';
import { uploads } from '@/lib/uploads';

export async function POST(req: NextRequest) {
  const token = req.nextUrl.searchParams.get('token');
  if (token !== process.env.STORAGE_PUSH_TOKEN) { // want weak-signature-comparison "constant time" // want secret-in-url "in the query string"
    return NextResponse.json({ error: 'unauthorized' }, { status: 401 });
  }

  const { message } = await req.json();
  const file = JSON.parse(Buffer.from(message.data, 'base64').toString('utf8'));
  await uploads.insert({ bucket: file.bucket, name: file.name });
  return new NextResponse(null, { status: 204 });
}
