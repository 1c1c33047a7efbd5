const hosts = ['shop.example', 'pay.example'];

export function target({ host, path }: { host: string; path: string }): string {
  if (!hosts.includes(host)) return 'https://shop.example/';
  return 'https://' + host + '/' + path;
}
