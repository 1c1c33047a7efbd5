import { MongoClient } from 'mongodb';

export const finches = new MongoClient(process.env.MONGO_URL!).db('meadow').collection('finches');
