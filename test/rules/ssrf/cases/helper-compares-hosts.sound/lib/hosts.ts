const hosts = new Set(['feeds.example', 'news.example']);

export function isOurs(address: string): boolean {
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' && hosts.has(hostname.toLowerCase());
  } catch {
    return false;
  }
}
