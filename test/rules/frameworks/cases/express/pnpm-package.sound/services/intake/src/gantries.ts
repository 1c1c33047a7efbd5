import { MongoClient } from 'mongodb';

export const gantries = new MongoClient(process.env.MONGO_URL!).db('yard').collection('gantries');
