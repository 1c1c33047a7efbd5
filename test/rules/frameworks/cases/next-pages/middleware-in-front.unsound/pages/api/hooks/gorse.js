import { gorse } from '../../../lib/gorse';

export default async function handler(req, res) {
  await gorse.insertOne({ id: req.body.id });
  res.status(204).end();
}
