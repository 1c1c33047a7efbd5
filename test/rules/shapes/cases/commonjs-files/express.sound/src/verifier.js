const { createHmac, timingSafeEqual } = require('node:crypto');

module.exports = class Verifier {
  #secret;

  constructor(secret) {
    if (!secret) throw new Error('a secret is needed');
    this.#secret = secret;
  }

  matches(raw, signature = '') {
    const expected = createHmac('sha256', this.#secret).update(raw).digest('hex');
    return signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  }
};
