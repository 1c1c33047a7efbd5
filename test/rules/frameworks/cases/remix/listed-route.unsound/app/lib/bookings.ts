import { MongoClient } from 'mongodb';

export const bookings = new MongoClient('mongodb://localhost').db('yard').collection('bookings');
