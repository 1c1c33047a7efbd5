import { verify } from '@octokit/webhooks-methods';

export const push = async (req, res) => {
  if (!(await verify(process.env.SECRET, req.rawBody.toString(), req.get('x-hub-signature-256')))) return res.sendStatus(401);
  return res.sendStatus(204);
};
