import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import { hooks } from './hooks';
import { signed } from './signed';

const app = new Koa();
app.use(bodyParser());
app.use(signed({ secret: process.env.DEPOT_SECRET! }));
app.use(hooks.routes());
app.listen(3000);
