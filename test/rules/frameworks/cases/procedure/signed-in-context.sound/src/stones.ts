import { MongoClient } from 'mongodb';

export const stones = new MongoClient(process.env.MONGO_URL!).db('quarry').collection('stones');
