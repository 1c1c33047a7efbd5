// path: app/api/hooks/issues/route.ts
import { execSync } from 'node:child_process';
import Anthropic from '@anthropic-ai/sdk';
import { Webhook } from 'svix';

const anthropic = new Anthropic();
const labels = ['bug', 'question'];

async function labelFor(texts: unknown[]) {
  const content = `Comments: ${texts[0]}`;
  const answer = await anthropic.messages.create({ model: 'claude', max_tokens: 20, system: 'Answer bug or question.', messages: [{ role: 'user', content }] });
  const label = (answer.content[0] as any).text;
  return label;
}

export async function POST(request: Request) {
  const raw = await request.text();
  const event = new Webhook(process.env.SVIX_SECRET!).verify(raw, Object.fromEntries(request.headers)) as any;
  const label = await labelFor(event.data.comments.map((comment: any) => comment.text));
  execSync(`sort-issue --label ${label}`); // want payload-to-llm "answer"
  return new Response(null, { status: 204 });
}
