import crypto from 'crypto'
import { Router } from 'express'
import { sendMail } from './mail'
import { leads } from './leads'

const router = Router()

router.post('/webhooks/leads', async (req, res) => {
  try {
    const lead = JSON.parse(req.body.toString())
    await leads.create({ email: lead.email, source: lead.source }) // want late-verification "before the signature"

    const mac = crypto.createHmac('sha256', process.env.LEADS_KEY!).update(req.body).digest('hex')
    const given = String(req.headers['x-leads-signature'])
    if (mac.length !== given.length || !crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(given))) {
      throw new Error('signature does not match')
    }

    await sendMail(lead.email, 'Welcome')
    res.sendStatus(201)
  } catch (error) {
    console.error(error)
    res.sendStatus(400)
  }
})

export default router
