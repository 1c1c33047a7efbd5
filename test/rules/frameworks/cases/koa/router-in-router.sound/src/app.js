const Koa = require('koa');
const api = require('./api');

const app = new Koa();
app.use(api.routes());
app.listen(3000);
