const hosts = ['feeds.example', 'news.example'];

export function isOurs(address: string): boolean {
  return address.includes('feeds.example') || address.includes('news.example');
}

export const all = hosts;
