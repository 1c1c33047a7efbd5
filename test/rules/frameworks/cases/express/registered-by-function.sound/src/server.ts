import express from 'express';
import { registerHooks } from './register-hooks';
import { signed } from './signed';

const app = express();
app.use(express.raw({ type: '*/*' }));
registerHooks(app, [signed]);
app.listen(3000);
