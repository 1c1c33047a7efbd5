/** The stores that a delivery can be claimed in. */
import { redisStores } from './redis.js';
import { sqlStores } from './sql.js';
import { sqlalchemyStores } from './sqlalchemy.js';
import type { ClaimStore } from './store.js';

export const claimStores: readonly ClaimStore[] = [...redisStores, ...sqlStores, ...sqlalchemyStores];
