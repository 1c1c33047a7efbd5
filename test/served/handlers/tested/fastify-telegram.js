import { appendFile } from 'node:fs/promises';
import { devNull } from 'node:os';

export default async function updates(fastify) {
  fastify.post('/telegram/updates', async (request, reply) => {
    const { message } = request.body;
    await appendFile(devNull, `${message.chat.id} ${message.text.trim()}`);
    return reply.code(200).send('');
  });
}
