/**
 * Pieces of Express files as people write them: handlers, and the code that stands around them.
 *
 * A line that ends in `//! rule` carries a finding of that rule; the generator takes the mark off. `salt` goes into every
 * function, so that two files of different salt share no function's text.
 */

export const head = (salt) => `import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import { logger } from '../lib/logger';
import { queue } from '../lib/queue';
import { type Row, db } from '../lib/store';

/** Deliveries of our suppliers, group ${salt}. */
export const router = express.Router();
`;

/** From one function to the next a file alternates between these, a handler first. */
export const handlers = [
  // Sound.
  ({ noun, index, salt }) => `
router.post('/webhooks/${noun}-${index}', express.raw({ type: 'application/json' }), async (req: Request, res: Response) => {
  const secret = process.env.${noun.toUpperCase()}_SECRET;
  if (!secret) return res.status(500).json({ error: 'not set up' });
  const given = Buffer.from(req.get('x-${noun}-signature') ?? '', 'hex');
  const expected = createHmac('sha256', secret).update(req.body).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    logger.warn({ salt: ${salt} }, 'refused a delivery');
    return res.status(401).json({ error: 'signature does not match' });
  }

  const event = JSON.parse(req.body.toString('utf8'));
  switch (event.type) {
    case '${noun}.created':
    case '${noun}.updated': {
      const fields = map${capital(noun)}${index}(event.data);
      await db.${noun}.upsert({ where: { id: fields.id }, create: fields, update: { status: fields.status } });
      break;
    }
    case '${noun}.removed':
      await db.${noun}.delete({ where: { id: event.data.id } });
      break;
    default:
      logger.info({ type: event.type }, 'nothing to do');
  }
  return res.status(200).json({ received: true });
});

function map${capital(noun)}${index}(data: Row) {
  return { id: data.id, status: data.status === 'paid' ? 'closed' : 'open', cents: Math.round((data.amount ?? 0) * 100), group: ${salt} };
}
`,
  // Compared with an operator that tells how many characters were right.
  ({ noun, index, salt }) => `
router.post('/webhooks/${noun}-${index}', express.raw({ type: 'application/json' }), async (req: Request, res: Response) => {
  const signature = req.headers['x-${noun}-signature'] as string | undefined;
  const digest = createHmac('sha256', process.env.${noun.toUpperCase()}_SECRET!).update(req.body).digest('hex');
  if (signature !== digest) { //! weak-signature-comparison
    logger.warn({ salt: ${salt} }, 'refused a delivery');
    return res.status(401).json({ error: 'signature does not match' });
  }
  const event = JSON.parse(req.body.toString('utf8'));
  try {
    for (const line of event.data.lines ?? []) {
      if (line.quantity > 0) await db.${noun}.create({ data: { sku: line.sku, quantity: line.quantity, order: event.data.id } });
    }
    await queue.add('${noun}', { id: event.data.id, kind: event.type });
  } catch (error) {
    logger.error({ error }, '${noun} was not stored');
    return res.status(500).json({ error: 'try again' });
  }
  return res.status(204).end();
});
`,
  // Nothing proves where the delivery comes from.
  ({ noun, index, salt }) => `
router.post('/webhooks/${noun}-${index}', express.json(), async (req: Request, res: Response) => { //! missing-signature-verification
  const { id, type, data } = req.body;
  const known = await db.delivery.findUnique({ where: { id } });
  if (known) return res.status(200).json({ repeated: true });
  if (type === '${noun}.closed') {
    await db.${noun}.update({ where: { id: data.id }, data: { closedBy: ${salt}, closedAt: new Date(data.time * 1000) } });
  } else if (type === '${noun}.opened') {
    await db.${noun}.create({ data: { id: data.id, owner: data.owner ?? 'nobody' } });
  }
  return res.json({ received: true });
});
`,
  // A failed check is logged and forgotten.
  ({ noun, index, salt }) => `
router.post('/webhooks/${noun}-${index}', express.raw({ type: 'application/json' }), async (req: Request, res: Response) => {
  try {
    check${capital(noun)}${index}(req.body, req.get('x-${noun}-signature') ?? '', process.env.${noun.toUpperCase()}_SECRET!);
  } catch (error) { //! fail-open-verification
    logger.error({ error, salt: ${salt} }, 'signature');
  }
  const event = JSON.parse(req.body.toString('utf8'));
  await db.${noun}.create({ data: { id: event.data.id, total: event.data.total } });
  return res.sendStatus(204);
});

function check${capital(noun)}${index}(raw: Buffer, header: string, secret: string): void {
  const given = Buffer.from(header.replace(/^sha256=/, ''), 'hex');
  const expected = createHmac('sha256', secret).update(raw).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('${noun}: signature does not match');
}
`,
];

export const surroundings = [
  ({ noun, index, salt }) => `
export interface ${capital(noun)}Record${index} {
  id: string;
  externalId: string;
  amount: number;
  currency: 'usd' | 'eur' | 'gbp';
  status: 'pending' | 'active' | 'closed';
  group: ${salt};
  metadata?: Record<string, unknown>;
}
`,
  ({ noun, index, salt }) => `
/** Suppliers write currencies as they like; amounts arrive in minor units. */
function read${capital(noun)}${index}(payload: Row): Row {
  const currency = String(payload.currency ?? 'usd').toLowerCase();
  const amount = Number.isFinite(payload.amount) ? payload.amount / 100 : 0;
  return {
    ...payload,
    externalId: \`\${payload.account ?? 'none'}:\${payload.id}:${salt}\`,
    amount,
    currency: ['usd', 'eur', 'gbp'].includes(currency) ? currency : 'usd',
    lines: (payload.lines ?? []).map((line: Row) => ({ sku: line.price?.id, quantity: line.quantity ?? 1 })),
    updatedAt: new Date((payload.created ?? 0) * 1000),
  };
}
`,
  ({ noun, index, salt }) => `
async function store${capital(noun)}${index}(row: { id: string; externalId: string; amount: number }): Promise<boolean> {
  const client = await db.connect();
  try {
    await client.query('BEGIN');
    const existing = await client.query('SELECT id, amount FROM ${noun} WHERE external_id = $1 FOR UPDATE', [row.externalId]);
    if (existing.rowCount === 0) await client.query('INSERT INTO ${noun} (id, amount, grp) VALUES ($1, $2, ${salt})', [row.id, row.amount]);
    else if (existing.rows[0].amount !== row.amount) await client.query('UPDATE ${noun} SET amount = $1 WHERE id = $2', [row.amount, row.id]);
    await client.query('COMMIT');
    return existing.rowCount === 0;
  } catch (error) {
    await client.query('ROLLBACK');
    logger.error({ error, row }, '${noun} was not stored');
    throw error;
  } finally {
    client.release();
  }
}
`,
  ({ noun, index, salt }) => `
const retry${capital(noun)}${index} = { attempts: 5, base: 250, jitter: 0.${salt % 9}1 };

async function tell${capital(noun)}${index}(body: Row, attempt = 0): Promise<Response> {
  const answer = await fetch(process.env.${noun.toUpperCase()}_ADDRESS!, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-attempt': String(attempt) },
    body: JSON.stringify(body),
  });
  if (!answer.ok && attempt < retry${capital(noun)}${index}.attempts) {
    const pause = retry${capital(noun)}${index}.base * 2 ** attempt * (1 + Math.random() * retry${capital(noun)}${index}.jitter);
    await new Promise((resolve) => setTimeout(resolve, pause));
    return tell${capital(noun)}${index}(body, attempt + 1);
  }
  return answer;
}
`,
];

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
