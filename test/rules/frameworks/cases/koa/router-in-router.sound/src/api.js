const Router = require('koa-router');
const hooks = require('./hooks');
const { signed } = require('./signed');

const api = new Router({ prefix: '/api' });
api.use('/hooks', signed, hooks.routes(), hooks.allowedMethods());

module.exports = api;
