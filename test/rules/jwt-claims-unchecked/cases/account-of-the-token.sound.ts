import express from 'express';
import jwt from 'jsonwebtoken';
import { Account } from './account';

const app = express();
app.use(express.json());

app.post('/hooks/meters', async (req, res) => {
  let claims: jwt.JwtPayload;
  try {
    claims = jwt.verify(req.get('x-meter-token') ?? '', process.env.METER_PUBLIC_KEY!, { algorithms: ['RS256'] }) as jwt.JwtPayload;
  } catch {
    return res.sendStatus(401);
  }
  const account = await Account.findOne({ where: { meterSubject: claims.sub } });
  if (!account) return res.sendStatus(403);

  await account.addReading(req.body.kwh);
  res.sendStatus(204);
});
