import express from 'express';
import rateLimit from 'express-rate-limit';
import { hooks } from './hooks';
import { pages } from './pages';

const app = express();
app.use('/pages', rateLimit({ limit: 100 }), pages);
app.use('/hooks', hooks);
