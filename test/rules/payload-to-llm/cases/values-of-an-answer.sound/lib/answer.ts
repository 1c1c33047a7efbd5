import { generateText } from 'ai';
import { model } from './model';
import { pool } from './pool';

export async function answer(question: number) {
  const { text } = await generateText({ model, prompt: `Which parcel does question ${question} mean?` });
  return pool.query('SELECT id FROM parcels WHERE id = $1', [text]);
}
