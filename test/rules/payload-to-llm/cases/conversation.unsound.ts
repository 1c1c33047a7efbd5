import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';
import OpenAI from 'openai';
import { tools } from './tools';
const app = express();
const openai = new OpenAI();

function genuine(raw: Buffer, sent: string): boolean {
  const mine = Buffer.from(`sha256=${createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(raw).digest('hex')}`);
  const theirs = Buffer.from(sent);
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}

class Conversation {
  constructor(private readonly subject: string) {}

  async ask() {
    return openai.chat.completions.create({ model: 'gpt-4o', tools, messages: [{ role: 'user', content: this.subject }] }); // want payload-to-llm "with tools"
  }
}

async function opened(issue: any) {
  return new Conversation(`Issue: ${issue.title}`).ask();
}

app.post('/hooks/issues', express.raw({ type: '*/*' }), async (req, res) => {
  if (!genuine(req.body, req.get('x-hub-signature-256') ?? '')) return res.sendStatus(401);
  const event = JSON.parse(req.body.toString('utf8'));
  await opened(event.issue);
  res.sendStatus(204);
});
