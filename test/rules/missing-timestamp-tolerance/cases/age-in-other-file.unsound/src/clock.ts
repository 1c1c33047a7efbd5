export function isFresh(timestamp: string): boolean {
  return timestamp.length > 0;
}
