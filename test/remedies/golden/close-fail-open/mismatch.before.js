export function inbox(req, res) {
  if (!same(req.get('x-mac'), macOf(req.rawBody))) {
    res.status(401).send('no');
  }
  store(req.body);
  res.sendStatus(204);
}
