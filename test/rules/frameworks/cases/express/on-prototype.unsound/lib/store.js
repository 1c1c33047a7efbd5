const { MongoClient } = require('mongodb');

const jibs = new MongoClient(process.env.MONGO_URL).db('cranes').collection('jibs');
exports.insert = (jib) => jibs.insertOne(jib);
