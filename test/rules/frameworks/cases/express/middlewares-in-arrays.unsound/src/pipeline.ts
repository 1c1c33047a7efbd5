import express, { type RequestHandler } from 'express';
import { genuine } from './genuine';

const logged: RequestHandler = (req, _res, next) => {
  console.info(req.method, req.path);
  next();
};

export const delivered: RequestHandler[] = [logged, express.raw({ type: 'application/json' }), genuine];
export const plain: RequestHandler[] = [logged, express.json()];
