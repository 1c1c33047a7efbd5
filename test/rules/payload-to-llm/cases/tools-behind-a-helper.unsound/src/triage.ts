import OpenAI from 'openai';
import { tools } from './tools';

const openai = new OpenAI();

export async function triage(title: string, text: string) {
  const messages = [
    { role: 'system' as const, content: 'You sort issues.' },
    { role: 'user' as const, content: `# ${title}\n${text}` },
  ];
  return openai.chat.completions.create({ model: 'gpt-4o', messages, tools });
}
