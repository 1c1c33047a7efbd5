import { MongoClient } from 'mongodb';

export const marshes = new MongoClient(process.env.MONGO_URL!).db('heath').collection('marshes');
