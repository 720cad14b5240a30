import { createHash, randomUUID } from 'node:crypto';
import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { PaymentRequest } from '../../ports/sale/payments';
import type { SandboxBook } from '../../ports/sale/sandbox-book';
import { signedNotification } from './notification';
import { hostedPage, unknownRequestPage } from './hosted-page';
import { readSignedQuery } from './request';
import type { SandboxKeys } from './keys';

interface SandboxSettings {
  readonly keys: Pick<SandboxKeys, 'hmacKey' | 'privateKeyPem'>;
  readonly now: () => string;
  readonly book: Pick<SandboxBook, 'write'>;
  /** Pauses between tries of one notification, in milliseconds; a try that fails is told to `onLost`. */
  readonly retryAfterMs: readonly number[];
  readonly onLost: (reference: string, fault: unknown) => void;
}

/** A payment is the signed query it came with, and what was decided of it stands in the book. */
export function createSandboxPages(settings: SandboxSettings): Router {
  const router = Router();
  for (const [path, file] of Object.entries({ '/style.css': 'sandbox.css', '/icon.svg': 'sandbox.svg' }))
    router.get(path, (_request, response) => response.sendFile(file, { root: __dirname }));
  router.get('/', (request, response) => {
    const payment = paymentOf(request, settings);
    const base = request.baseUrl;
    sendPage(response, payment ? hostedPage(payment, { base, query: queryOf(request) }) : unknownRequestPage(base));
  });
  router.post('/', express.urlencoded({ extended: false }), async (request, response) => {
    const payment = paymentOf(request, settings);
    if (!payment) return sendPage(response, unknownRequestPage(request.baseUrl));
    const choice = choiceOf(request);
    if (choice === 'pay' || choice === 'refuse') await notify(payment, choice, settings);
    return response.redirect(303, payment.returnUrl);
  });
  return router;
}

/** The browser goes back once the shop has heard; a shop that does not answer hears again later. */
async function notify(payment: PaymentRequest, choice: 'pay' | 'refuse', settings: SandboxSettings): Promise<void> {
  const { reference, amount } = payment;
  const result = choice === 'pay' ? 'paid' : 'refused';
  const notification = {
    reference,
    amount,
    currency: 'EUR',
    result,
    transaction: transactionOf(reference, choice),
    at: settings.now(),
  } as const;
  // Before anybody hears: a shop that did not may ask.
  await settings.book.write(notification, notification.at);
  const body = signedNotification(notification, settings.keys.privateKeyPem);
  if (await post(payment, body, settings)) return;
  void again(payment, body, settings);
}

async function again(payment: PaymentRequest, body: string, settings: SandboxSettings): Promise<void> {
  for (const pause of settings.retryAfterMs) {
    await new Promise((done) => setTimeout(done, pause).unref());
    if (await post(payment, body, settings)) return;
  }
}

/** True when the shop has heard, whatever it thinks of it: a 4xx is an answer, not a trouble of the line. */
async function post({ notifyUrl, reference }: PaymentRequest, body: string, { onLost }: SandboxSettings): Promise<boolean> {
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(notifyUrl, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
    if (answer.status < 500) return true;
    onLost(reference, new Error(`The shop answered ${answer.status}.`));
  } catch (fault) {
    onLost(reference, fault);
  }
  return false;
}

/** Paying one payment twice is one transaction, as with a real acquirer; a refused card may be tried again. */
function transactionOf(reference: string, choice: 'pay' | 'refuse'): string {
  if (choice === 'refuse') return `SR-${randomUUID()}`;
  return `SP-${createHash('sha256').update(reference).digest('hex').slice(0, 24)}`;
}

function paymentOf(request: Request, { keys }: SandboxSettings): PaymentRequest | undefined {
  return readSignedQuery(new URLSearchParams(queryOf(request)), keys.hmacKey);
}

function queryOf(request: Request): string {
  const url = request.originalUrl;
  return url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
}

function choiceOf(request: Request): string {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null && 'choice' in body ? String(body.choice) : '';
}

function sendPage(response: Response, page: { readonly status: number; readonly markup: string }): void {
  response.status(page.status).type('html').set('Cache-Control', 'no-store').send(page.markup);
}
