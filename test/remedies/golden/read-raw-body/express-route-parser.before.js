const crypto = require('crypto');
const bodyParser = require('body-parser');

module.exports = (app, secret) => {
  app.post('/inbox', bodyParser.json({ limit: '64kb' }), (req, res) => {
    const mac = crypto.createHmac('sha256', secret).update(Buffer.from(JSON.stringify(req.body))).digest('hex');
    if (!same(mac, req.get('x-mac'))) return res.status(401).end();
    return res.json(req.body);
  });
};
