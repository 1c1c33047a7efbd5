import { MongoClient } from 'mongodb';

export const subscribers = new MongoClient(process.env.MONGO_URL!).db('mail').collection('subscribers');
