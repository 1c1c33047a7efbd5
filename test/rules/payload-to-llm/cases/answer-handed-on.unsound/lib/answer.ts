import { generateText } from 'ai';
import { model } from './model';
import { pool } from './pool';

async function statementFor(question: string): Promise<string> {
  const { text } = await generateText({ model, prompt: `Write SQL for: ${question}` });
  return text.trim();
}

export async function answer(question: string) {
  return pool.query(await statementFor(question));
}
