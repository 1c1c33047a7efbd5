import express from 'express';
import { hooks } from './hooks';
import { signed } from './signed';

const app = express();
app.use(express.raw({ type: '*/*' }));
app.use('/hooks', hooks);
app.use(signed); // want fail-open-verification "after the route"
app.listen(3000);
