import { createHmac, timingSafeEqual } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import { hoists } from './hoists';

function fromTheHoist(req: Request, res: Response, next: NextFunction) {
  const mine = createHmac('sha256', process.env.HOIST_SECRET!).update(req.body).digest('base64');
  const sent = req.get('x-hoist-signature') ?? '';
  if (mine.length !== sent.length || !timingSafeEqual(Buffer.from(mine), Buffer.from(sent))) return next(new Error('forged'));
  return next();
}

const router = express.Router();
router
  .route('/hooks/hoists')
  .all(express.raw({ type: () => true }), fromTheHoist)
  .get((_req, res) => res.send('alive'))
  .post(async (req, res) => {
    await hoists.insertOne(JSON.parse(req.body));
    res.sendStatus(202);
  });

export default router;
