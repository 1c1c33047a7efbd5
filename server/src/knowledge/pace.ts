/** Calls that take their time, and ways not to wait for them. By the last names, as far as they tell. */

/** Calls of language models: seconds, often more than a sender waits. */
export const modelCalls: readonly string[] = [
  'completions.create',
  'responses.create',
  'completions.parse',
  'responses.parse',
  'chat.complete',
  'images.generate',
  'transcriptions.create',
  'generateText',
  'generateObject',
  'streamText',
  'generateContent',
  'generate_content',
  'invokeModel',
  'invoke_model',
  'InvokeModelCommand',
  'ConverseCommand',
  'ChatCompletion.create',
  'litellm.completion',
  'litellm.acompletion',
  'ollama.chat',
  'ollama.generate',
];

/** Packages all of whose `create` calls are a model's. */
export const modelPackages: readonly string[] = ['openai', '@anthropic-ai/sdk', 'anthropic', '@mistralai/mistralai', 'cohere', 'groq-sdk', 'groq'];

/** Functions that start what they are handed, and do not wait for it. */
export const background: readonly string[] = [
  'after',
  'waitUntil',
  'setImmediate',
  'setTimeout',
  'nextTick',
  'queueMicrotask',
  'Thread',
  'Timer',
  'Process',
  'submit',
  'create_task',
  'ensure_future',
  'add_task',
  'start_background_task',
  'start_soon',
  'spawn',
  'spawn_later',
  'run_in_executor',
  'apply_async',
  'defer',
  'fireAndForget',
];
