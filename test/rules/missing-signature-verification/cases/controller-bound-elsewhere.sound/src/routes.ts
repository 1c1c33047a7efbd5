import { Router } from 'express';
import { InvoiceController } from './invoice-controller';
import { SignatureChecker } from './signature-checker';

const controller = new InvoiceController(new SignatureChecker(process.env.INVOICE_SECRET ?? ''));

export const routes = Router();
routes.post('/webhooks/invoices', controller.receive.bind(controller));
routes.post('/webhooks/reminders', (req, res, next) => controller.remind(req, res).catch(next));
