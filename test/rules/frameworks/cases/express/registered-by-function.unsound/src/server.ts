import express from 'express';
import { registerHooks } from './register-hooks';

const app = express();
app.use(express.json());
registerHooks(app);
app.listen(3000);
