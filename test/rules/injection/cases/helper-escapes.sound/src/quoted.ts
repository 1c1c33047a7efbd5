import { escape } from 'mysql2';

export function quoted(text: string): string {
  return escape(text.trim());
}
