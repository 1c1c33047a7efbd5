import { Router } from 'express';
import passport from 'passport';
import { workflows } from '../models/workflows';
import { queue } from '../queue';

export const api = Router();
api.use(passport.authenticate('jwt', { session: false }));

api.post('/workflows/:id/webhook/test', async (req, res) => {
  const workflow = await workflows.findOne({ id: req.params.id, owner: req.user.id });
  if (!workflow) return res.sendStatus(404);

  await queue.add('run-workflow', { workflow: workflow.id, input: req.body });
  res.status(202).json({ queued: true });
});
