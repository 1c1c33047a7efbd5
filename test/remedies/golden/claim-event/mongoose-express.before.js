import express from 'express'
import mongoose from 'mongoose'
import { Shelf } from './shelf.js'

export const router = express.Router()

router.post('/shelves', express.json(), async ({ body }, res) => {
  await Shelf.updateOne({ owner: body.owner }, { $inc: { parcels: 1 } })
  res.json({ ok: true })
})
