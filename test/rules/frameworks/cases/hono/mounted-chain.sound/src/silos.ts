import { MongoClient } from 'mongodb';

export const silos = new MongoClient('mongodb://localhost').db('yard').collection('silos');
