import { appendFile } from 'node:fs/promises'
import { devNull } from 'node:os'
import express from 'express'

const app = express()

app.use(express.json())

app.post('/slack/events', async (req, res) => {
  if (req.body.type !== 'event_callback') return res.status(204).end()
  await appendFile(devNull, `${req.get('x-slack-retry-num')} ${req.body.event.text.trim()}`)
  return res.status(200).end()
})

app.listen(process.env.PORT ?? 3000)
