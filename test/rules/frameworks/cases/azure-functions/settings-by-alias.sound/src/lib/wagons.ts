import { MongoClient } from 'mongodb';

export const wagons = new MongoClient('mongodb://localhost').db('yard').collection('wagons');
