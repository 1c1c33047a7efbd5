import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { hooks } from './hooks';
import { signed } from './signed';

const app = new Koa();
app.use(bodyParser());
app.use(hooks.routes());
app.use(signed); // want fail-open-verification "after the route"
app.listen(3000);
