import { MongoClient } from 'mongodb';

export const vehicles = new MongoClient(process.env.MONGO_URL!).db('fleet').collection('vehicles');
