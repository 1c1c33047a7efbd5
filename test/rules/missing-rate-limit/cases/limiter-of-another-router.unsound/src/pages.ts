import { Router } from 'express';

export const pages = Router();
pages.get('/', (_req, res) => res.send('pages'));
