import { MongoClient } from 'mongodb';

export const meters = new MongoClient('mongodb://localhost').db('yard').collection('meters');
