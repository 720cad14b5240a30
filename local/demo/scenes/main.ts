import type { Camille, Company } from '../company';
import { buysAndEnters, countOf, receivesTickets, sendsCards, SHARED_DESK, SOPHIE } from '../company';
import { must, scene, step, until } from '../stage';

export interface MainScene extends Camille {
  readonly tickets: Buffer;
}

/** Paid, proofs uploaded, accepted by a reply, the product added, the e-tickets in the spectator's mailbox. */
export async function playMain(company: Company): Promise<MainScene> {
  scene('One order, from the payment to the tickets');
  const camille = await buysAndEnters(company, 'Camille Roussel');
  const { reference, email } = camille;
  must((await countOf(company, 'tickets', { address: email, reference })) === 0, 'no ticket has left before a proof is accepted');
  await sendsCards(camille, '2026-2027');
  const request = await company.letter(SOPHIE, 'review-request', reference);
  await company.letter(SHARED_DESK, 'review-request', reference);
  must(request.mail.attachments.length >= 2, 'the proofs come with the review request');
  step(`Both reviewers receive « ${request.mail.subject} » with ${request.mail.attachments.length} pictures`);
  await company.sophie.reply(request, { words: 'Bonjour,\n\nOK pour moi.\n\nCordialement' });
  step('Sophie Marchand answers « OK pour moi. » from Thunderbird, above the quoted letter');
  const echo = await company.letter(SOPHIE, 'echo', reference);
  step(`is told « ${echo.mail.subject} »`);
  const tickets = await receivesTickets(company, camille);
  await company.letter(SHARED_DESK, 'venue-copy', reference);
  step('The venue has its copy');
  await until('every seat of the order to be sent', async () =>
    (await company.order(reference)).seats.every(({ delivery }) => delivery === 'sent'),
  );
  const { seats, tickets: numbered } = await company.order(reference);
  must(seats.map(({ proof }) => proof).join(' ') === 'not-required approved approved', 'both proofs are accepted');
  must(numbered.length === 3, 'three tickets are numbered');
  step(`The API shows three tickets, numbers ${numbered.map(({ number }) => number).join(', ')}`);
  return { ...camille, tickets };
}
