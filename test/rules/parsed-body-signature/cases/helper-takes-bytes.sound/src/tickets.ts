import { MongoClient } from 'mongodb';

export const tickets = new MongoClient(process.env.MONGO_URL!).db('desk').collection('tickets');
