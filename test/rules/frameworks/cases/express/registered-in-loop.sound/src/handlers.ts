import type { RequestHandler } from 'express';
import { cellar } from './cellar';

export const barrelFilled: RequestHandler = async (req, res) => {
  await cellar.insertOne({ barrel: JSON.parse(req.body).id });
  res.end();
};
export const caskTapped: RequestHandler = async (req, res) => {
  await cellar.insertOne({ cask: JSON.parse(req.body).id });
  res.end();
};
