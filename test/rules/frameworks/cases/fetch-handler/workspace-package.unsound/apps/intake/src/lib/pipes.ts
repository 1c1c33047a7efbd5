import { MongoClient } from 'mongodb';

export const pipes = new MongoClient('mongodb://localhost').db('yard').collection('pipes');
