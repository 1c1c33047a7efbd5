import OpenAI from 'openai';
import { tools } from './tools';

const openai = new OpenAI();

export async function triage(issue: number) {
  return openai.chat.completions.create({ model: 'gpt-4o', tools, messages: [{ role: 'user', content: `Sort issue ${issue}` }] });
}
