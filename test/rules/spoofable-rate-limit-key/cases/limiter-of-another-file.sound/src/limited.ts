import rateLimit from 'express-rate-limit';

export const limited = rateLimit({
  limit: 60,
  keyGenerator: (req) => `${req.socket.remoteAddress}`,
});
