import { MongoClient } from 'mongodb';

export const votes = new MongoClient('mongodb://localhost').db('yard').collection('votes');
