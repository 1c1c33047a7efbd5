import { MongoClient } from 'mongodb';

export const tides = new MongoClient(process.env.MONGO_URL!).db('harbour').collection('tides');
