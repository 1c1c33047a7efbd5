import type { LibraryRow } from '../rows.js';

export const aiSdks: LibraryRow = {
  id: 'sdk-ai',
  docs: 'https://platform.openai.com/docs/guides/webhooks',
  packages: ['openai', '@anthropic-ai/sdk', 'anthropic', 'replicate'],
  calls: [
    {
      call: 'openai().webhooks.unwrap',
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: 0,
        signature: 1,
        secret: 2,
        needs: 'raw',
        provider: 'openai',
        tolerance: 3,
        isAsync: true,
      },
    },
    {
      call: 'openai().webhooks.verifySignature',
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: 0,
        signature: 1,
        secret: 2,
        needs: 'raw',
        provider: 'openai',
        tolerance: 3,
        isAsync: true,
      },
      result: { is: ['promise'], from: [] },
    },
    // One name in both languages: a promise in JavaScript, none in Python.
    {
      call: 'openai.OpenAI().webhooks.unwrap',
      also: ['openai.AsyncOpenAI().webhooks.unwrap'],
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: '0:payload',
        signature: '1:headers',
        secret: 'name:secret',
        needs: 'raw',
        provider: 'openai',
      },
    },
    {
      call: 'openai.OpenAI().webhooks.verifySignature',
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: 0,
        signature: 1,
        secret: 2,
        needs: 'raw',
        provider: 'openai',
        tolerance: 3,
        isAsync: true,
      },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'openai.OpenAI().webhooks.verify_signature',
      also: ['openai.AsyncOpenAI().webhooks.verify_signature'],
      anyReceiver: ['webhooks.verify_signature'],
      guard: {
        accepts: 'no-exception',
        proves: ['signature', 'freshness'],
        body: '0:payload',
        signature: '1:headers',
        secret: 'name:secret',
        needs: 'raw',
        provider: 'openai',
        tolerance: 'name:tolerance',
      },
      result: { from: [] },
    },
    {
      call: '@anthropic-ai/sdk().beta.webhooks.unwrap',
      also: ['@anthropic-ai/sdk.Anthropic().beta.webhooks.unwrap'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: '1.headers', needs: 'raw', provider: 'anthropic' },
    },
    {
      call: '@anthropic-ai/sdk().beta.webhooks.parseUnverified',
      also: ['@anthropic-ai/sdk.Anthropic().beta.webhooks.parseUnverified'],
      anyReceiver: ['webhooks.parseUnverified'],
      skipsVerification: true,
    },
    {
      call: 'anthropic.Anthropic().beta.webhooks.unwrap',
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: 0, signature: '1:headers', needs: 'raw', provider: 'anthropic' },
    },
    {
      call: 'replicate.validateWebhook',
      also: ['replicate().validateWebhook'],
      guard: { accepts: 'true', proves: ['signature'], body: 0, secret: 1, provider: 'replicate', isAsync: true },
      result: { is: ['promise'], from: [] },
    },
    {
      call: 'replicate.webhooks.Webhooks.validate',
      also: ['replicate.Webhooks.validate'],
      guard: { accepts: 'no-exception', proves: ['signature', 'freshness'], body: '0:request', secret: '1:secret', provider: 'replicate' },
    },
  ],
};
