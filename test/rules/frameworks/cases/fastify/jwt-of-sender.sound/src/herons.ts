import { MongoClient } from 'mongodb';

export const herons = new MongoClient(process.env.MONGO_URL!).db('marsh').collection('herons');
