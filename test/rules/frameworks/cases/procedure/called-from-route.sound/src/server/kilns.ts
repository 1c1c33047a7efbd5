import { MongoClient } from 'mongodb';

export const kilns = new MongoClient(process.env.MONGO_URL!).db('pottery').collection('kilns');
