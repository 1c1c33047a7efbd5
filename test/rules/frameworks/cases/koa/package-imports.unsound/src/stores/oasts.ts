import { MongoClient } from 'mongodb';

export const oasts = new MongoClient(process.env.MONGO_URL!).db('yard').collection('oasts');
