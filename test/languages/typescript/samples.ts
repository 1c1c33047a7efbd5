/** Handlers in many manners, as starting points for mutation. */
export const samples: readonly string[] = [
  `import express from 'express';
import { createHmac, timingSafeEqual } from 'node:crypto';

const router = express.Router();
const key = process.env.PARCEL_KEY ?? '';

/* parcels arrive here */
router.post('/inbox', express.raw({ type: '*/*' }), async (req, res) => {
  const sent = req.headers['x-parcel-signature'];
  const made = createHmac('sha256', key).update(req.body).digest('hex');
  if (typeof sent !== 'string' || sent.length !== made.length || !timingSafeEqual(Buffer.from(sent), Buffer.from(made))) {
    return res.status(401).json({ error: \`not \${sent ?? 'signed'}\` });
  }
  for (const { id, items: [first = 0, ...others] } of JSON.parse(req.body).parcels) {
    try {
      await store.parcels.insert({ id, first, others });
    } catch (error) {
      if (error?.code === 'E_TWICE') continue;
      throw error;
    } finally {
      seen.add(id);
    }
  }
  res.sendStatus(204); // webhookproof-ignore
});

export default router;
`,
  `@Controller('inbox')
export class InboxController {
  #count = 0;
  handlers: Record<string, (event: Event) => void> = { added: event => this.add(event), 'taken-away': function () {} };
  constructor(private readonly parcels: Parcels, @Inject(KEY) private key: string) {}

  @Post(':id')
  @UseGuards(new SignatureGuard('x'))
  async receive(@Body() body: ParcelEvent | null, @Headers('sig') sig?: string): Promise<void> {
    switch (body!.kind as string) {
      case 'a':
      case 'b':
        this.#count += 1;
        break;
      default:
        this.handlers[body.kind]?.(body);
    }
    outer: while (true) {
      do { if (sig) break outer; } while (--this.#count > 0);
    }
  }

  static { this.ready = true; }
  get count() { return this.#count; }
}
`,
  `const { verify, sign: make } = require('./lib/sign');
var app = module.exports = require('http').createServer(function (req, res) {
  let text = '';
  req.on('data', d => text += d).on('end', () => verify(text, (err, ok) => ok ? send(res, 200) : send(res, 400)));
});
function send(res, code) { res.writeHead(code), res.end(); }
exports.make = make; exports.pattern = /a"b\\/[c/]+/g;
label: for (var i = 0, n = 3; i < n; i++) { if (i % 2) continue label; }
`,
  `import { type NextRequest, NextResponse } from 'next/server';
export const runtime = 'edge';
export async function POST(request: NextRequest): Promise<NextResponse> {
  const raw = await request.text();
  const parts = Object.fromEntries(raw.split('&').map(p => p.split('=') as [string, string]));
  const page = <ul title="x">{Object.keys(parts).map(k => <li key={k}>{parts[k]}</li>)}</ul>;
  enum Kind { A, B = 'b' }
  namespace Inner { export const value = Kind.A; }
  return raw ? NextResponse.json({ ...parts, page, [Kind.B]: void 0 }, { status: 200 }) : new NextResponse(null);
}
export * from './more';
`,
];
