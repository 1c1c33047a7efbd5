import express from 'express';
import { hooks } from './hooks';
import { orders } from './orders';

export const app = express();
app.use('/hooks', express.raw({ type: '*/*' }), hooks);
app.use(express.json());
app.use('/orders', orders);
