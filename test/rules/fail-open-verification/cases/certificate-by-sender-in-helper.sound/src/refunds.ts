import { MongoClient } from 'mongodb';

export const refunds = new MongoClient(process.env.MONGO_URL!).db('bank').collection('refunds');
