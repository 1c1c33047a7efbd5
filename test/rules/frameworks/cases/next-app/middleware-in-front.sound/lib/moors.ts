import { MongoClient } from 'mongodb';

export const moors = new MongoClient(process.env.MONGO_URL!).db('heath').collection('moors');
