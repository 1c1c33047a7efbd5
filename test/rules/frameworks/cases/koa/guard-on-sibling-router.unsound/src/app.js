const Koa = require('koa');
const bodyParser = require('koa-bodyparser');
const billing = require('./billing');
const hooks = require('./hooks');

const app = new Koa();
app.use(bodyParser());
app.use(billing.routes());
app.use(hooks.routes());
app.listen(3000);
