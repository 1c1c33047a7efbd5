import { MongoClient } from 'mongodb';

const depot = new MongoClient(process.env.MONGO_URL!).db('depot');
export const parcels = depot.collection('parcels');
export const sessions = depot.collection('sessions');
