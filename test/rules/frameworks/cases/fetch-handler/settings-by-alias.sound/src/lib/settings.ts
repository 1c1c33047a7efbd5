export const settings = { pipeSecret: process.env.PIPE_SECRET ?? '' };
