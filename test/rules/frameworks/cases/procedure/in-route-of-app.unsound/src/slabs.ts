import { MongoClient } from 'mongodb';

export const slabs = new MongoClient(process.env.MONGO_URL!).db('quarry').collection('slabs');
