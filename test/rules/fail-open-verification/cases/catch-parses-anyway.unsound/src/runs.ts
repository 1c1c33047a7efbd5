import { MongoClient } from 'mongodb';

export const runs = new MongoClient(process.env.MONGO_URL!).db('ci').collection<{ _id: string; outcome: string }>('runs');
