import rateLimit from 'express-rate-limit';

export const limited = rateLimit({
  limit: 60,
  keyGenerator: (req) => `${req.headers['x-client']}`, // want spoofable-rate-limit-key "the header `x-client`"
});
