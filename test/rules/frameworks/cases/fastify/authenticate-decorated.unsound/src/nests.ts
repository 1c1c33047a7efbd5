import { MongoClient } from 'mongodb';

export const nests = new MongoClient(process.env.MONGO_URL!).db('marsh').collection('nests');
