import errorHandler from 'errorhandler';
import express from 'express';
import { hooks } from './hooks';

const app = express();
app.use('/hooks', hooks);
if (app.get('env') === 'development') {
  app.use(errorHandler({ log: true }));
}
