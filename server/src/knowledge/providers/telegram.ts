import type { ProviderRow } from '../rows.js';

export const telegram: ProviderRow = {
  id: 'telegram',
  name: 'Telegram Bot API',
  docs: 'https://core.telegram.org/bots/api#setwebhook',
  scheme: 'shared-token',
  signatureHeader: 'x-telegram-bot-api-secret-token',
  timestampHeader: null,
  toleranceSeconds: null,
  eventIdPath: 'body.update_id',
  secretEnvNames: [],
  headers: ['x-telegram-bot-api-secret-token'],
  payloadFields: ['update_id', 'message', 'edited_message', 'channel_post', 'callback_query', 'message.chat'],
  words: ['telegram', 'telegrambot'],
  packages: ['grammy', 'telegraf', 'node-telegram-bot-api', 'python-telegram-bot', 'telegram', 'aiogram', 'telebot', 'pyTelegramBotAPI'],
  sdk: { node: { package: 'grammy', call: 'webhookCallback(bot, adapter, { secretToken })' }, python: null },
  recipe: null,
  challenge: null,
  notes: 'Optional: with no token configured both bot libraries accept every request (measured for grammy).',
  calls: [
    // Both let every delivery through when no secret token is given.
    { call: 'grammy.webhookCallback', stage: { proves: ['token'], provider: 'telegram', needsArgument: '2.secretToken' } },
    {
      call: 'telegraf.Telegraf().webhookCallback',
      stage: { proves: ['token'], provider: 'telegram', needsArgument: '1.secretToken' },
    },
    { call: 'telegraf.Telegraf().createWebhook', stage: { proves: ['token'], provider: 'telegram', needsArgument: '0.secret_token' } },
    { call: 'aiogram.webhook.aiohttp_server.SimpleRequestHandler', stage: { proves: ['token'], provider: 'telegram', needsArgument: 'name:secret_token' } },
  ],
};
