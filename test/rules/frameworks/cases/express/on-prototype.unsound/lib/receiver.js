const { createHmac } = require('crypto');

function Receiver(store) {
  this.store = store;
  this.secret = process.env.JIB_SECRET;
}

Receiver.prototype.isGenuine = function (raw, signature) {
  const mine = createHmac('sha256', this.secret).update(raw).digest('hex');
  return mine === signature; // want weak-signature-comparison "constant time"
};

Receiver.prototype.receive = function (req, res) {
  if (!this.isGenuine(req.body, req.get('x-jib-signature'))) return res.status(401).end();
  this.store.insert(JSON.parse(req.body.toString()));
  return res.status(204).end();
};

module.exports = Receiver;
