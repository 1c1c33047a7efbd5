import express from 'express'
import mongoose from 'mongoose'
import { Shelf } from './shelf.js'

export const router = express.Router()

router.post('/shelves', express.json(), async (req, res) => {
  const { body } = req
  const eventId = body.id
  if (!eventId) {
    res.status(400).send('Missing event id.')
    return
  }
  const claim = `shelves:${eventId}`
  if (!(await claimEvent(claim))) {
    res.json({ ok: true })
    return
  }
  try {
    await Shelf.updateOne({ owner: body.owner }, { $inc: { parcels: 1 } })
  } catch (error) {
    await releaseEvent(claim)
    throw error
  }
  res.json({ ok: true })
})

async function claimEvent(key) {
  try {
    await mongoose.connection.collection('handled_events').insertOne({ _id: key, claimedAt: new Date() })
    return true
  } catch (error) {
    if (error.code === 11000) {
      return false
    }
    throw error
  }
}

async function releaseEvent(key) {
  await mongoose.connection.collection('handled_events').deleteOne({ _id: key })
}
