import express from 'express';
import { hooks } from './hooks';

export const app = express();
app.use(express.json());
app.use('/hooks', express.raw({ type: '*/*' }), hooks);
