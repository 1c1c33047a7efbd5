function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

export const config = {
  port: Number(process.env.PORT ?? 3000),
  github: {
    appId: '482913',
    hookSecret: required('GITHUB_HOOK_SECRET'),
  },
  chat: { url: process.env.CHAT_URL },
};
