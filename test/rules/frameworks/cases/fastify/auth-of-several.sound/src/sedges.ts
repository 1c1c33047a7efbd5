import { MongoClient } from 'mongodb';

export const sedges = new MongoClient(process.env.MONGO_URL!).db('marsh').collection('sedges');
