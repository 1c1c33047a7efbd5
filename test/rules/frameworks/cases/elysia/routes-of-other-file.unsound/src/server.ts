import { Elysia } from 'elysia';
import { hooks } from './hooks';

new Elysia().use(hooks).listen(3000);
