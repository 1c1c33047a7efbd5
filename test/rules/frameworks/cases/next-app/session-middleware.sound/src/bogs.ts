import { MongoClient } from 'mongodb';

export const bogs = new MongoClient(process.env.MONGO_URL!).db('heath').collection('bogs');
