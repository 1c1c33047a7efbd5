import { MongoClient } from 'mongodb';

export const tickets = new MongoClient('mongodb://localhost').db('yard').collection('tickets');
