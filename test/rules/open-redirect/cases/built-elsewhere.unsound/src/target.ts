export function target({ host, path }: { host: string; path: string }): string {
  return 'https://' + host + '/' + path;
}
