import { randomBytes } from 'node:crypto';
import express from 'express';
import request from 'supertest';
import { cents } from '../../src/domain/money';
import { createSandboxPages } from '../../src/payment/sandbox/pages';
import { createSandbox } from '../../src/payment/sandbox/sandbox';
import { fakeSandboxBook } from '../fakes/sandbox-book';
import { SANDBOX_KEYS } from '../web/sandbox';

const keys = { ...SANDBOX_KEYS, hmacKey: randomBytes(64).toString('hex') };
const book = fakeSandboxBook();
const pages = createSandboxPages({ keys, book, now: () => '2027-01-08T13:21:00.000Z', retryAfterMs: [], onLost: () => undefined });
const site = express().use('/bac-a-sable', pages);

async function pagePath(): Promise<string> {
  const asked = {
    reference: '7K2M-4Q9T.1',
    amount: cents(7800),
    language: 'fr',
    description: 'Le Phare d’hiver, 7K2M-4Q9T',
    returnUrl: 'https://theatre.example/retour',
    notifyUrl: 'https://theatre.example/hooks',
  } as const;
  const { pathname, search } = new URL(await createSandbox({ pageUrl: 'https://pay.example/bac-a-sable', keys, book }).pageFor(asked));
  return pathname + search;
}

it('says itself what a browser loads with it, and has all of it', async () => {
  for (const path of [await pagePath(), '/bac-a-sable']) {
    const { text } = await request(site).get(path);
    const loaded = [...text.matchAll(/<link rel="(\w+)" href="([^"]+)"/g)].map(([, rel = '', href = '']) => [rel, href] as const);
    // Without one of its own, a browser asks the theatre for /favicon.ico.
    expect(loaded.map(([rel]) => rel)).toEqual(['icon', 'stylesheet']);
    for (const [, href] of loaded) expect([href, (await request(site).get(href)).status]).toEqual([href, 200]);
  }
});

it('breaks no reference at its hyphen', async () => {
  const { text } = await request(site).get(await pagePath());
  expect(text).toContain('<dd>Le Phare d’hiver, <span class="nowrap">7K2M-4Q9T</span></dd>');
  expect(text).toContain('<dd><span class="nowrap">7K2M-4Q9T.1</span></dd>');
});
