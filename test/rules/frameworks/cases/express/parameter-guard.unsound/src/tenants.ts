import { MongoClient } from 'mongodb';

export const tenants = new MongoClient(process.env.MONGO_URL!).db('cranes').collection('tenants');
