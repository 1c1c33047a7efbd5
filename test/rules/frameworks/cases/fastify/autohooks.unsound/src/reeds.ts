import { MongoClient } from 'mongodb';

export const reeds = new MongoClient(process.env.MONGO_URL!).db('marsh').collection('reeds');
