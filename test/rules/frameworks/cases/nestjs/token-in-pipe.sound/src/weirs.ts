import { MongoClient } from 'mongodb';

export const weirs = new MongoClient(process.env.MONGO_URL!).db('harbour').collection('weirs');
