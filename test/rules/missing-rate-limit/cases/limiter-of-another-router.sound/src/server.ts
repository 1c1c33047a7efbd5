import express from 'express';
import { hooks } from './hooks';
import { paced } from './paced';

const app = express();
app.use('/hooks', paced, hooks);
