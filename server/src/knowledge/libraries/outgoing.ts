import type { LibraryRow } from '../rows.js';

export const jsHttpClients: LibraryRow = {
  id: 'js-http-clients',
  docs: 'https://developer.mozilla.org/docs/Web/API/fetch',
  packages: ['axios', 'got', 'node-fetch', 'undici', 'ky', 'superagent', 'needle', 'ofetch', 'cross-fetch', 'request', 'request-promise'],
  calls: [
    { call: 'fetch', also: ['globalThis.fetch', 'window.fetch', 'node-fetch', 'cross-fetch', 'cross-fetch.fetch', 'isomorphic-fetch', 'undici.fetch', 'undici.request', 'undici.stream', '$fetch', 'ofetch.ofetch', 'ofetch.$fetch', 'phin', 'make-fetch-happen'], effect: 'fetch', result: { from: [] } },
    { call: 'axios', also: ['axios.get', 'axios.post', 'axios.put', 'axios.patch', 'axios.delete', 'axios.head', 'axios.options', 'axios.request'], effect: 'fetch', result: { from: [] } },
    { call: 'axios.create().get', also: ['axios.create()', 'axios.create().post', 'axios.create().put', 'axios.create().patch', 'axios.create().delete', 'axios.create().request', '@nestjs/axios.HttpService().get', '@nestjs/axios.HttpService().post', '@nestjs/axios.HttpService().put', '@nestjs/axios.HttpService().request'], effect: 'fetch', result: { from: [] } },
    { call: 'got', also: ['got.get', 'got.post', 'got.put', 'got.patch', 'got.delete', 'got.got', 'got.got.post', 'got.got.get', 'got.extend()', 'got.extend().get', 'got.extend().post'], effect: 'fetch', result: { from: [] } },
    { call: 'ky', also: ['ky.get', 'ky.post', 'ky.put', 'ky.patch', 'ky.delete', 'ky.create()', 'ky.create().post', 'ky.create().get'], effect: 'fetch', result: { from: [] } },
    { call: 'superagent.get', also: ['superagent.post', 'superagent.put', 'superagent.patch', 'superagent.delete', 'superagent', 'needle', 'needle.get', 'needle.post', 'needle.request', 'request', 'request.get', 'request.post', 'request-promise', 'request-promise.post', 'request-promise.get'], effect: 'fetch', result: { from: [] } },
    { call: 'http.request', also: ['http.get', 'https.request', 'https.get', 'http2.connect', 'net.connect', 'net.createConnection'], effect: 'fetch', result: { from: [] } },
  ],
};

export const pythonHttpClients: LibraryRow = {
  id: 'python-http-clients',
  docs: 'https://requests.readthedocs.io/',
  packages: ['requests', 'httpx', 'urllib3', 'aiohttp'],
  calls: [
    { call: 'requests.get', also: ['requests.post', 'requests.put', 'requests.patch', 'requests.delete', 'requests.head', 'requests.options', 'requests.request'], effect: 'fetch', result: { from: [] } },
    { call: 'requests.Session().get', also: ['requests.Session().post', 'requests.Session().put', 'requests.Session().patch', 'requests.Session().delete', 'requests.Session().request', 'requests.session().get', 'requests.session().post'], effect: 'fetch', result: { from: [] } },
    { call: 'httpx.get', also: ['httpx.post', 'httpx.put', 'httpx.patch', 'httpx.delete', 'httpx.request', 'httpx.stream'], effect: 'fetch', result: { from: [] } },
    { call: 'httpx.Client().get', also: ['httpx.Client().post', 'httpx.Client().put', 'httpx.Client().patch', 'httpx.Client().delete', 'httpx.Client().request', 'httpx.AsyncClient().get', 'httpx.AsyncClient().post', 'httpx.AsyncClient().put', 'httpx.AsyncClient().request'], effect: 'fetch', result: { from: [] } },
    { call: 'aiohttp.ClientSession().get', also: ['aiohttp.ClientSession().post', 'aiohttp.ClientSession().put', 'aiohttp.ClientSession().request'], effect: 'fetch', result: { from: [] } },
    { call: 'urllib.request.urlopen', also: ['urllib.request.urlretrieve', 'urllib3.PoolManager().request', 'urllib3.request', 'http.client.HTTPSConnection().request', 'http.client.HTTPConnection().request', 'pycurl.Curl().perform'], effect: 'fetch', result: { from: [] } },
  ],
};

export const processes: LibraryRow = {
  id: 'processes',
  docs: 'https://docs.python.org/3/library/subprocess.html',
  calls: [
    { call: 'subprocess.run', also: ['subprocess.Popen', 'subprocess.call', 'subprocess.check_call', 'subprocess.check_output', 'subprocess.getoutput', 'os.system', 'os.popen', 'os.execv', 'os.execvp', 'os.spawnl', 'asyncio.create_subprocess_exec', 'asyncio.create_subprocess_shell', 'pty.spawn'], effect: 'execute', result: { from: [] } },
    { call: 'child_process.exec', also: ['child_process.execSync', 'child_process.execFile', 'child_process.execFileSync', 'child_process.spawn', 'child_process.spawnSync', 'child_process.fork', 'execa', 'execa.execa', 'execa.$', 'shelljs.exec', 'zx.$', 'Bun.spawn', 'Deno.Command'], effect: 'execute', result: { from: [] } },
    { call: 'eval', also: ['exec', 'Function', 'vm.runInNewContext', 'vm.runInThisContext', 'vm.Script', 'pickle.loads', 'importlib.import_module', 'yaml.load', 'marshal.loads'], effect: 'execute' },
  ],
};

export const messages: LibraryRow = {
  id: 'messages',
  docs: 'https://nodemailer.com/',
  packages: ['nodemailer', '@sendgrid/mail', 'resend', 'twilio', 'postmark', 'flask-mail', 'sendgrid', 'slack_sdk', '@slack/web-api', 'mailgun.js', 'web-push'],
  calls: [
    { call: 'nodemailer.createTransport().sendMail', effect: 'send', result: { from: [] } },
    { call: '@sendgrid/mail.send', also: ['@sendgrid/mail.sendMultiple', 'sendgrid.SendGridAPIClient().send', 'sendgrid.SendGridAPIClient().client.mail.send.post'], effect: 'send', result: { from: [] } },
    { call: 'resend.Resend().emails.send', also: ['resend.Emails.send', 'resend.Resend().batch.send'], effect: 'send', result: { from: [] } },
    { call: 'twilio().messages.create', also: ['twilio.rest.Client().messages.create', 'twilio.Twilio().messages.create', 'twilio().calls.create', 'twilio.rest.Client().calls.create'], effect: 'send', result: { from: [] } },
    { call: '@slack/web-api.WebClient().chat.postMessage', also: ['@slack/bolt.App().client.chat.postMessage', '@slack/webhook.IncomingWebhook().send', 'slack_sdk.WebClient().chat_postMessage', 'slack_sdk.web.WebClient().chat_postMessage', 'slack_sdk.webhook.WebhookClient().send'], effect: 'send', result: { from: [] } },
    { call: 'postmark.ServerClient().sendEmail', also: ['postmark.ServerClient().sendEmailWithTemplate', 'mailgun.js().client().messages.create', 'web-push.sendNotification'], effect: 'send', result: { from: [] } },
    { call: 'flask_mail.Mail().send', also: ['smtplib.SMTP().sendmail', 'smtplib.SMTP().send_message', 'smtplib.SMTP_SSL().sendmail', 'smtplib.SMTP_SSL().send_message', 'telegram.Bot().send_message', 'telebot.TeleBot().send_message'], effect: 'send', result: { from: [] } },
    { call: '@aws-sdk/client-sns.SNSClient().send', also: ['@aws-sdk/client-sqs.SQSClient().send', '@aws-sdk/client-ses.SESClient().send', '@aws-sdk/client-eventbridge.EventBridgeClient().send'], effect: 'enqueue', result: { from: [] } },
  ],
};

export const payments: LibraryRow = {
  id: 'payments',
  docs: 'https://docs.stripe.com/api',
  packages: ['stripe'],
  calls: [
    {
      call: 'stripe().charges.create',
      also: [
        'stripe().paymentIntents.create', 'stripe().paymentIntents.capture', 'stripe().paymentIntents.confirm', 'stripe().refunds.create', 'stripe().transfers.create', 'stripe().payouts.create', 'stripe().subscriptions.create',
        'stripe().subscriptions.update', 'stripe().subscriptions.cancel', 'stripe().subscriptions.del', 'stripe().invoices.pay', 'stripe().invoiceItems.create', 'stripe.Stripe().paymentIntents.create', 'stripe.Stripe().refunds.create',
        'stripe.Charge.create', 'stripe.PaymentIntent.create', 'stripe.PaymentIntent.capture', 'stripe.PaymentIntent.confirm', 'stripe.Refund.create', 'stripe.Transfer.create', 'stripe.Payout.create', 'stripe.Subscription.create',
        'stripe.Subscription.modify', 'stripe.Subscription.delete', 'stripe.Subscription.cancel', 'stripe.InvoiceItem.create',
      ],
      effect: 'pay',
      result: { from: [] },
    },
    {
      call: 'stripe().customers.retrieve',
      also: [
        'stripe().checkout.sessions.retrieve', 'stripe().checkout.sessions.listLineItems', 'stripe().subscriptions.retrieve', 'stripe().paymentIntents.retrieve', 'stripe().charges.retrieve', 'stripe().invoices.retrieve', 'stripe().prices.retrieve',
        'stripe().products.retrieve', 'stripe.Customer.retrieve', 'stripe.checkout.Session.retrieve', 'stripe.checkout.Session.list_line_items', 'stripe.Subscription.retrieve', 'stripe.PaymentIntent.retrieve', 'stripe.Charge.retrieve',
        'stripe.Invoice.retrieve', 'stripe.Price.retrieve', 'stripe.Product.retrieve',
      ],
      effect: 'read',
      result: { from: [] },
    },
    // Fetching the event again by its id is the provider's own answer, whatever was delivered.
    {
      call: 'stripe().events.retrieve',
      also: ['stripe.Stripe().events.retrieve', 'stripe.Event.retrieve', 'stripe().v2.core.events.retrieve', 'stripe.StripeClient().v1.events.retrieve', 'stripe.StripeClient().events.retrieve'],
      guard: { accepts: 'no-exception', proves: ['signature'], provider: 'stripe' },
      effect: 'read',
      result: { from: [] },
    },
  ],
};
