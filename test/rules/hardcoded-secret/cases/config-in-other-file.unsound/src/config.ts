export const config = {
  port: Number(process.env.PORT ?? 3000),
  github: {
    appId: '482913',
    hookSecret: 'octo-parcel-8842-live', // want hardcoded-secret "in the source"
  },
  chat: { url: process.env.CHAT_URL },
};
