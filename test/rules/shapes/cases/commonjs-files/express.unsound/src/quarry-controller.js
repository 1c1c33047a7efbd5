const Verifier = require('./verifier');
const { loads } = require('./loads');

class QuarryController {
  constructor() {
    this.verifier = new Verifier(process.env.QUARRY_SECRET);
  }

  async receive(req, res) {
    if (!this.verifier.matches(req.body, req.headers['x-quarry-signature'])) return res.sendStatus(401);
    await loads.insertOne(JSON.parse(req.body.toString()));
    return res.sendStatus(204);
  }
}

module.exports = QuarryController;
