import type { Company } from '../company';
import { buysAndEnters, countOf, INBOX, receivesTickets, sendsCards, SOPHIE, UNDO_SECONDS } from '../company';
import { must, never, scene, step, until } from '../stage';

/** Refused with a reason, told after the window, another proof sent, accepted. */
export async function playRefusal(company: Company): Promise<void> {
  scene('A refusal, and a new proof');
  const ines = await buysAndEnters(company, 'Inès Cardoso');
  const { reference, email } = ines;
  await sendsCards(ines, '2025-2026');
  const request = await company.letter(SOPHIE, 'review-request', reference);
  await company.sophie.reply(request, { words: 'OUI 2\nNON 3 périmé', program: 'gmail' });
  step('Sophie answers « OUI 2 / NON 3 périmé »');
  const refusal = await company.letter(email, 'refusal', reference);
  must(/plus valable/.test(refusal.mail.text ?? ''), 'the refusal says why');
  step(`Inès receives « ${refusal.mail.subject} »`);
  await receivesTickets(company, ines);
  await sendsCards(ines, '2026-2027', [3]);
  const again = await company.letter(SOPHIE, 'review-request', reference, 2);
  await company.sophie.reply(again, { words: 'c’est bon', program: 'outlook' });
  step('Sophie answers the second request « c’est bon » from Outlook');
  await receivesTickets(company, ines, 2);
  must((await company.order(reference)).tickets.length === 3, 'three tickets in two releases');
}

/** What is unclear is never guessed: it is answered, and listed for a person. */
export async function playUnclear(company: Company): Promise<void> {
  scene('An answer that nobody can read');
  const yannick = await buysAndEnters(company, 'Yannick Morvan');
  const { reference, email } = yannick;
  await sendsCards(yannick, '2026-2027');
  const request = await company.letter(SOPHIE, 'review-request', reference);
  await company.sophie.reply(request, { words: 'Ça dépend, c’est bon si elle montre sa carte ?' });
  step('Sophie answers « Ça dépend, c’est bon si elle montre sa carte ? »');
  const answer = await company.letter(SOPHIE, 'answer', reference);
  must(/OUI/.test(answer.mail.text ?? ''), 'the answer shows the accepted forms');
  step(`is told « ${answer.mail.subject} »`);
  const listed = JSON.stringify(await company.api('/mails'));
  must(listed.includes(reference), 'the mail is listed for a person');
  must(
    (await company.order(reference)).seats.every(({ proof }) => proof !== 'approved'),
    'nothing was decided',
  );
  step('The mail stands on the « À vérifier » list, and nothing was decided');
  await company.sophie.reply(request, { words: 'OUI' });
  await receivesTickets(company, yannick);
  must((await countOf(company, 'tickets', { address: email, reference })) === 1, 'one letter with tickets');
}

/** Delivered twice: obeyed once. */
export async function playTwice(company: Company): Promise<void> {
  scene('The same reply, delivered twice');
  const hugo = await buysAndEnters(company, 'Hugo Roussel');
  const { reference, email } = hugo;
  await sendsCards(hugo, '2026-2027');
  const request = await company.letter(SOPHIE, 'review-request', reference);
  const reply = await company.sophie.reply(request, { words: 'OUI' });
  await company.sophie.send(reply);
  step('Sophie’s « OUI » is delivered twice');
  await receivesTickets(company, hugo);
  await until('the inbox to be empty', async () => (await company.mailbox(INBOX)).length === 0);
  await never('a second letter with tickets', async () => (await countOf(company, 'tickets', { address: email, reference })) > 1, 3);
  must((await countOf(company, 'echo', { address: SOPHIE, reference })) === 1, 'one echo');
  must((await company.order(reference)).tickets.length === 3, 'three tickets, not six');
  step('One echo, one letter, three tickets, an empty inbox');
}

/** ANNULER inside the window: nothing leaves. */
export async function playUndo(company: Company): Promise<void> {
  scene('An undo inside its window');
  const nadia = await buysAndEnters(company, 'Nadia Ferrand');
  const { reference, email } = nadia;
  await sendsCards(nadia, '2026-2027');
  const request = await company.letter(SOPHIE, 'review-request', reference);
  await company.sophie.reply(request, { words: 'OUI' });
  const echo = await company.letter(SOPHIE, 'echo', reference);
  await company.sophie.reply(echo, { words: 'ANNULER' });
  step('Sophie answers « OUI », reads the echo, and answers « ANNULER »');
  await company.letter(SOPHIE, 'undone', reference);
  await never(
    'tickets after an undo',
    async () => (await countOf(company, 'tickets', { address: email, reference })) > 0,
    UNDO_SECONDS + 2,
  );
  must((await company.order(reference)).seats[1]?.proof === 'under-review', 'the seats wait for a decision again');
  step('Nothing has left; the seats wait for a decision again');
  await company.sophie.reply(request, { words: 'OUI' });
  await receivesTickets(company, nadia);
}
