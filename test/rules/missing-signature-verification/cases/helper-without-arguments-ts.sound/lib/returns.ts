import { MongoClient } from 'mongodb';

export const returns = new MongoClient(process.env.MONGO_URL!).db('shop').collection('returns');
