export function clean(text: string): string {
  return text.trim().toLowerCase().slice(0, 200);
}
