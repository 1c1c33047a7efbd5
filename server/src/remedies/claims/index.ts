/** The stores that a delivery can be claimed in. */
import { dynamoStores } from './dynamodb.js';
import { mongoStores } from './mongodb.js';
import { psycopgStores } from './psycopg.js';
import { redisStores } from './redis.js';
import { sqlStores } from './sql.js';
import { sqlalchemyStores } from './sqlalchemy.js';
import type { ClaimStore } from './store.js';

export const claimStores: readonly ClaimStore[] = [...redisStores, ...sqlStores, ...sqlalchemyStores, ...psycopgStores, ...dynamoStores, ...mongoStores];
