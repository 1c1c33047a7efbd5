import { MongoClient } from 'mongodb';

export const larks = new MongoClient(process.env.MONGO_URL!).db('meadow').collection('larks');
