const { createHmac } = require('node:crypto');

module.exports = class Verifier {
  #secret;

  constructor(secret) {
    if (!secret) throw new Error('a secret is needed');
    this.#secret = secret;
  }

  matches(raw, signature = '') {
    return createHmac('sha256', this.#secret).update(raw).digest('hex') === signature; // want weak-signature-comparison "constant time"
  }
};
