import type { AnswersForDevice, EntryOfDevice } from '../../check-in/device';
import type { AloneVerdict } from '../../../domain/check-in-alone';
import { UNTOLD } from '../../../domain/check-in-alone';
import { part, parts } from '../part';
import { count } from './counts';
import type { JudgedAlone } from './judged-alone';
import { judgedAlone } from './judged-alone';
import { isSameShowing, remember } from './last-shown';
import { leaving } from './leaving';
import { answer, field, said, words } from './page';
import { mark, nowByTheServer, waiting, writeWaiting } from './shelf';
import { sayNetwork, sendEntries, tellWaiting } from './telling';
import { detailOf, seatWords } from './words';

/** What somebody holds up or types, and what they say of it. */
type Shown = Pick<EntryOfDevice, 'ticket'> & Partial<Pick<EntryOfDevice, 'proofSeen' | 'typed'>>;

/** One ticket after the other, so that the answer which stands there is that of the last one. */
let before = Promise.resolve();

/** Every form within that shows a ticket answers without a new page. */
export function listenToForms(within: ParentNode): void {
  for (const form of parts(HTMLFormElement, 'form[data-show]', within)) listen(form);
}

function listen(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { ticket, proofSeen, typed } = Object.fromEntries(new FormData(form));
    if (typeof ticket === 'string') showTicket({ ticket: ticket.trim(), proofSeen: proofSeen === 'yes', typed: typed === 'yes' });
    field.value = '';
    field.focus();
  });
}

/** Whatever is shown waits for the answer of what was shown before it. */
export function showTicket(shown: Shown): void {
  if (shown.ticket === '' || leaving.isDone) return;
  const entry = { id: crypto.randomUUID(), proofSeen: false, typed: false, ...shown };
  const at = Date.now();
  before = before.then(() => (isSameShowing(entry, at) ? sayReadAgain() : judge(entry, at))).catch(sayNotJudged);
}

/** Whatever stood there was another ticket’s. */
function sayNotJudged(fault: unknown): void {
  delete answer.dataset['asking'];
  answer.textContent = words.notJudged;
  console.error(fault);
}

/** It was one person, and no new entry: the heading says so too. Told once, however often the scanner reads. */
function sayReadAgain(): void {
  if (answer.querySelector('[data-read-again]')) return;
  const line = Object.assign(document.createElement('p'), { textContent: words.readAgain, className: 'small' });
  line.dataset['readAgain'] = '';
  const heading = answer.querySelector('[data-verdict] h2');
  if (heading) heading.textContent = words.countedAlready;
  answer.querySelector('[data-verdict]')?.append(line);
}

async function judge(entry: EntryOfDevice, at: number): Promise<void> {
  answer.dataset['asking'] = ''; // what stands there is of the ticket before
  const heard = waiting().length === 0 ? await sendEntries([entry]) : undefined; // what waits goes first
  const verdict = heard ? presentHeard(heard) : await alone(entry);
  remember({ ticket: entry.ticket, typed: entry.typed, at, verdict });
}

function presentHeard({ answers: [heard], count: counted }: AnswersForDevice): AloneVerdict {
  if (!heard) throw new Error('The server has answered nothing.');
  present(heard.html, heard.verdict);
  if (heard.verdict === 'admitted') mark(heard.uid, heard.usedAt);
  count(counted);
  return heard.verdict;
}

function present(markup: string, verdict: AloneVerdict): void {
  delete answer.dataset['asking'];
  delete answer.dataset['entry'];
  answer.innerHTML = markup; // from our own server, or from a template of this page
  listenToForms(answer);
  navigator.vibrate?.(verdict === 'admitted' ? 60 : [200, 80, 200]);
}

/** What the list and the keys of this device say; where they say nothing, the server is tried once more. */
async function alone(entry: EntryOfDevice): Promise<AloneVerdict> {
  const judged = await judgedAlone(entry);
  if (isUntold(judged) && waiting().length > 0 && (await tellWaiting())) {
    const heard = await sendEntries([entry]);
    if (heard) return presentHeard(heard);
  }
  if (judged.verdict === 'admitted') letIn(entry, judged);
  presentAlone(judged, entry);
  if (judged.verdict === 'admitted') answer.dataset['entry'] = entry.id;
  return judged.verdict;
}

function isUntold({ verdict }: JudgedAlone): boolean {
  return UNTOLD.some((one) => one === verdict);
}

function letIn({ id, ticket, proofSeen, typed }: EntryOfDevice, { uid, list }: JudgedAlone): void {
  const offlineAt = nowByTheServer();
  writeWaiting(said('door'), [...waiting(), { id, ticket, proofSeen, typed, offlineAt, listAt: list?.at, uid }]);
  mark(uid, offlineAt);
  sayNetwork(false, false);
}

function presentAlone(judged: JudgedAlone, { ticket, proofSeen, typed }: EntryOfDevice): void {
  const { verdict, line } = judged;
  const shown = { ticket, proofSeen, typed };
  present(part(HTMLTemplateElement, `[data-alone-verdict="${verdict}"]`).innerHTML, verdict);
  const detail = part(HTMLElement, '[data-detail]', answer);
  if (detail.textContent === '') detail.textContent = detailOf(judged);
  part(HTMLElement, '[data-seat]', answer).textContent = line ? seatWords(line, verdict === 'number-to-confirm') : '';
  const owes = line?.proofToShow === true;
  if (!owes) answer.querySelector('[data-proof]')?.remove();
  for (const step of parts(HTMLElement, '[data-confirm]', answer)) {
    if (verdict === 'number-to-confirm' && step.dataset['proofToShow'] !== String(owes)) step.remove();
    step.addEventListener('click', () => showTicket({ ...shown, ...confirmedBy(step) }));
  }
  answer.querySelector('[data-again]')?.addEventListener('click', () => showTicket(shown));
}

/** What a person says by pressing this button. */
function confirmedBy(step: HTMLElement): Readonly<Record<string, true>> {
  return Object.fromEntries((step.dataset['confirm'] ?? '').split(' ').map((name) => [name, true] as const));
}
