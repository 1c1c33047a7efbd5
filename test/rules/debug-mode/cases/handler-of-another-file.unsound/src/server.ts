import errorHandler from 'errorhandler';
import express from 'express';
import { hooks } from './hooks';

const app = express();
app.use('/hooks', hooks);
app.use(errorHandler({ log: true })); // want debug-mode "answers exceptions with their stack"
