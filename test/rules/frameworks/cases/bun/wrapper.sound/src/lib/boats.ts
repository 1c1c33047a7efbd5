import { MongoClient } from 'mongodb';

export const boats = new MongoClient('mongodb://localhost').db('yard').collection('boats');
