import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../domain/actor';
import { Refusal } from '../domain/refusal';
import { createAccessDeeds } from './access-deeds';
import type { NewLink } from '../use-cases/access/new-link-letter';
import type { Config } from './config';
import { createDeeds } from './deeds';
import { createWorld } from './wire';

export async function showOrder(config: Config, reference: string): Promise<void> {
  const world = createWorld(config);
  try {
    const view = await world.orders.view(reference);
    if (!view) throw new Refusal('order-not-found', `No order ${reference}.`);
    process.stdout.write(`${view.reference}  ${view.status}, waits for ${view.waitsFor}; payment ${view.payment}\n`);
    process.stdout.write(`${view.performance.showTitle}, ${view.performance.startsAt}; proofs until ${view.deadlineAt ?? 'no deadline'}\n`);
    for (const seat of view.seats)
      process.stdout.write(`  place ${seat.no}  ${seat.tariff.code.padEnd(8)} ${seat.proof.padEnd(14)} ${seat.delivery}\n`);
    for (const { at, event, actor, door } of await world.orders.timeline(reference))
      process.stdout.write(`  ${at}  ${event.padEnd(18)} ${actor}, ${door}\n`);
  } finally {
    await world.close();
  }
}

export async function resumeOrders(config: Config): Promise<void> {
  const world = createWorld(config);
  try {
    const deeds = createDeeds(world, config);
    const told = await deeds.tellMissingStories(0);
    const { open, resumed } = await deeds.resumeStories((order) => void process.stdout.write(`resumed ${order}\n`));
    process.stdout.write(`${open} open orders, ${resumed} stories started again, ${told} payments told.\n`);
  } finally {
    await world.close();
  }
}

/** A customer's link that went astray. */
export async function renewOrderLink(config: Config, reference: string): Promise<void> {
  const world = createWorld(config);
  try {
    const { renewCustomerLink } = createAccessDeeds(world, createDeeds(world, config));
    const command = { command: `cli-${randomUUID()}`, by: SYSTEM, door: 'system' } as const;
    const { version, letter } = await renewCustomerLink(reference, command);
    process.stdout.write(`The order has link number ${version}; ${LETTER_WORDS[letter]}.\n`);
    if (letter === 'refused') process.exitCode = 1;
  } finally {
    await world.close();
  }
}

const LETTER_WORDS = {
  sent: 'a letter with it has left',
  waiting: 'the letter with it has not left yet, as the mail host of SMTP_URL does not take it: the worker sends it as soon as it can',
  unneeded: 'no letter was needed',
  refused: 'the mail host refuses the letter with it, as the order says: correct the address of the order',
} satisfies Record<NewLink['letter'], string>;
