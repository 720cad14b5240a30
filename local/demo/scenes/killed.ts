import type { Company } from '../company';
import { buysAndEnters, countOf, receivesTickets, sendsCards, SOPHIE } from '../company';
import { must, never, scene, step, until } from '../stage';

/** The worker dies between the approval and the tickets, and is started again. */
export async function playWorkerKilled(company: Company): Promise<void> {
  scene('The worker killed between approval and dispatch');
  const samir = await buysAndEnters(company, 'Samir Ferrand');
  const { reference, email } = samir;
  await sendsCards(samir, '2026-2027');
  await company.sophie.reply(await company.letter(SOPHIE, 'review-request', reference), { words: 'OUI' });
  await until('the approval to be recorded', async () => (await company.order(reference)).seats[1]?.proof === 'approved');
  await company.app.worker.kill('SIGKILL');
  must((await countOf(company, 'tickets', { address: email, reference })) === 0, 'no ticket had left');
  step('Approved; the worker is killed with SIGKILL before the undo window is over');
  await never('tickets without a worker', async () => (await countOf(company, 'tickets', { address: email, reference })) > 0, 7);
  await company.app.worker.start();
  step('The worker is started again');
  await receivesTickets(company, samir);
  must((await countOf(company, 'tickets', { address: email, reference })) === 1, 'one letter with tickets');
}

/** Temporal itself dies while a decision waits, and is started again on its file. */
export async function playTemporalKilled(company: Company): Promise<void> {
  scene('The Temporal server killed and started again');
  const { temporal } = company.stack;
  if (!temporal) {
    step('Temporal is not ours to kill here: TEMPORAL_ADDRESS is set');
    return;
  }
  const maud = await buysAndEnters(company, 'Maud Sérignac');
  const { reference, email } = maud;
  await sendsCards(maud, '2026-2027');
  const request = await company.letter(SOPHIE, 'review-request', reference);
  await temporal.kill('SIGKILL');
  step('Temporal is killed with SIGKILL');
  await company.sophie.reply(request, { words: 'OUI' });
  step('Sophie answers « OUI » while it is away');
  await never('tickets without Temporal', async () => (await countOf(company, 'tickets', { address: email, reference })) > 0, 4);
  await temporal.start();
  step('Temporal is started again on the same file');
  await receivesTickets(company, maud);
  must((await countOf(company, 'tickets', { address: email, reference })) === 1, 'one letter with tickets');
}
