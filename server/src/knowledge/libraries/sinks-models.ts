import type { LibraryRow } from '../rows.js';

/** Calls of language models: what they are told. */
export const modelSinks: LibraryRow = {
  id: 'model-sinks',
  docs: 'https://platform.openai.com/docs/api-reference',
  calls: [],
  sinks: [
    {
      sink: 'prompt',
      names: ['create', 'parse', 'stream'],
      on: ['completions', 'messages', 'responses'],
      argument: [0, 'name:messages', 'name:input', 'name:prompt', 'name:system', 'name:instructions'],
      inside: true,
    },
    {
      sink: 'prompt',
      calls: [
        'ai.generateText',
        'ai.streamText',
        'ai.generateObject',
        'ai.streamObject',
        'litellm.completion',
        'litellm.acompletion',
        'ollama.chat',
        'ollama.generate',
        'ollama.Client().chat',
        'ollama.Client().generate',
        'openai.ChatCompletion.create',
        'openai.Completion.create',
        'replicate.run',
        'replicate().run',
      ],
      argument: [0, 1, 'name:messages', 'name:prompt', 'name:input'],
      inside: true,
    },
    {
      sink: 'prompt',
      names: ['generateContent', 'generateContentStream', 'generate_content', 'sendMessage', 'send_message', 'startChat', 'predict', 'generate'],
      on: ['model', 'models', 'genai', 'gemini', 'chat', 'llm', 'palm'],
      argument: [0, 'name:contents', 'name:prompt'],
      inside: true,
    },
    {
      sink: 'prompt',
      names: ['invoke', 'ainvoke', 'stream', 'call', 'run', 'arun', 'chat', 'achat', 'execute'],
      on: ['agent', 'agentexecutor', 'agent_executor'],
      argument: 0,
      inside: true,
      says: 'an agent',
    },
    {
      sink: 'prompt',
      names: ['invoke', 'ainvoke', 'stream', 'call', 'predict', 'run', 'arun', 'apredict', 'complete', 'acomplete', 'chat', 'achat', 'query'],
      on: ['llm', 'chain', 'chat_model', 'chatmodel', 'chatopenai', 'chatanthropic', 'query_engine', 'chat_engine'],
      argument: 0,
      inside: true,
    },
    { sink: 'prompt', names: ['invoke_model', 'converse', 'converse_stream'], argument: ['name:body', 'name:messages', 0], inside: true },
    { sink: 'prompt', names: ['InvokeModelCommand', 'ConverseCommand', 'InvokeModelWithResponseStreamCommand'], argument: 0, inside: true },
    {
      sink: 'prompt',
      calls: [
        '@langchain/openai.ChatOpenAI().invoke',
        '@langchain/anthropic.ChatAnthropic().invoke',
        'langchain_openai.ChatOpenAI().invoke',
        'langchain_anthropic.ChatAnthropic().invoke',
      ],
      argument: 0,
      inside: true,
    },
  ],
};
