import { MongoClient } from 'mongodb';

export const parcels = new MongoClient(process.env.MONGO_URL!).db('depot').collection('parcels');
