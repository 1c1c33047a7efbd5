import { MongoClient } from 'mongodb';

export const robins = new MongoClient(process.env.MONGO_URL!).db('meadow').collection('robins');
