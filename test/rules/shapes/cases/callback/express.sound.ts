import express from 'express';
import jwt from 'jsonwebtoken';
import { issues } from './issues';

const app = express();
app.use(express.json());

app.post('/hooks/board', (req, res) => {
  const token = (req.get('authorization') ?? '').replace(/^JWT /, '');
  jwt.verify(token, process.env.BOARD_SECRET!, { algorithms: ['HS256'], audience: 'board' }, async (error) => {
    if (error) return res.status(401).send('unknown sender');
    await issues.insert({ key: req.body.issue.key });
    return res.sendStatus(204);
  });
});
