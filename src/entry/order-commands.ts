import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../domain/actor';
import { Refusal } from '../domain/refusal';
import type { NewLink } from '../use-cases/access/new-link-letter';
import { createRenewCustomerLink } from '../use-cases/access/renew-customer-link';
import { createResumeStories, createTellMissingStories } from '../use-cases/resume-stories';
import { createPayments } from '../mysql/payments/payments';
import { connectLazily } from '../temporal/connect';
import { createOrderRuns } from '../temporal/order-runs';
import { withLetters, withRecord } from './command-letters';
import type { SettingsOf } from './config';

export async function showOrder(config: SettingsOf<'record'>, reference: string): Promise<void> {
  await withRecord(config, async ({ orders }) => {
    const view = await orders.view(reference);
    if (!view) throw new Refusal('order-not-found', `No order ${reference}.`);
    process.stdout.write(`${view.reference}  ${view.status}, waits for ${view.waitsFor}; payment ${view.payment}\n`);
    process.stdout.write(`${view.performance.showTitle}, ${view.performance.startsAt}; proofs until ${view.deadlineAt ?? 'no deadline'}\n`);
    for (const seat of view.seats)
      process.stdout.write(`  place ${seat.no}  ${seat.tariff.code.padEnd(8)} ${seat.proof.padEnd(14)} ${seat.delivery}\n`);
    for (const { at, event, actor, door } of await orders.timeline(reference))
      process.stdout.write(`  ${at}  ${event.padEnd(18)} ${actor}, ${door}\n`);
  });
}

export async function resumeOrders(config: SettingsOf<'stories'>): Promise<void> {
  const client = connectLazily({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE, tls: config.TEMPORAL_TLS });
  try {
    await withRecord(config, async (record) => {
      const needs = { ...record, payments: createPayments(record), runs: createOrderRuns(client) };
      const told = await createTellMissingStories(needs)(0);
      const { open, resumed } = await createResumeStories(needs)((order) => void process.stdout.write(`resumed ${order}\n`));
      process.stdout.write(`${open} open orders, ${resumed} stories started again, ${told} payments told.\n`);
    });
  } finally {
    await client.connection.close();
  }
}

/** A customer's link that went astray. */
export async function renewOrderLink(config: SettingsOf<'letters'>, reference: string): Promise<void> {
  await withLetters(config, async (needs) => {
    const command = { command: `cli-${randomUUID()}`, by: SYSTEM, door: 'system' } as const;
    const { version, letter } = await createRenewCustomerLink(needs)(reference, command);
    process.stdout.write(`The order has link number ${version}; ${LETTER_WORDS[letter]}.\n`);
    if (letter === 'refused') process.exitCode = 1;
  });
}

const LETTER_WORDS = {
  sent: 'a letter with it has left',
  waiting: 'the letter with it has not left yet, as the mail host of SMTP_URL does not take it: the worker sends it as soon as it can',
  unneeded: 'no letter was needed',
  refused: 'the mail host refuses the letter with it, as the order says: correct the address of the order',
} satisfies Record<NewLink['letter'], string>;
