const crypto = require('crypto');
const bodyParser = require('body-parser');

module.exports = (app, secret) => {
  app.post('/inbox', bodyParser.json({ limit: '64kb', verify: (req, _res, bytes) => Object.assign(req, { rawBody: bytes }) }), (req, res) => {
    const mac = crypto.createHmac('sha256', secret).update(req.rawBody ?? '').digest('hex');
    if (!same(mac, req.get('x-mac'))) return res.status(401).end();
    return res.json(req.body);
  });
};
