import { MongoClient } from 'mongodb';

export const wrens = new MongoClient(process.env.MONGO_URL!).db('meadow').collection('wrens');
