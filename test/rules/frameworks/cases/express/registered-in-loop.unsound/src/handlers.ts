import type { RequestHandler } from 'express';
import { cellar } from './cellar';
import { isSigned } from './signed';

export const barrelFilled: RequestHandler = async (req, res) => {
  if (!isSigned(req)) return void res.sendStatus(401);
  await cellar.insertOne({ barrel: JSON.parse(req.body).id });
  res.end();
};
export const caskTapped: RequestHandler = async (req, res) => {
  await cellar.insertOne({ cask: JSON.parse(req.body).id });
  res.end();
};
