// What is told to the server and heard from it. Each entry keeps its id until the server has heard it, so that nothing is lost and
// nothing counts twice.
import type { AnswersForDevice, EntryOfDevice, ListForDevice } from '../../check-in/device';
import type { CheckInVerdict } from '../../../domain/check-in';
import { raiseAlarms } from './alarms';
import { count, countAlone } from './counts';
import { sayKept } from './kept-page';
import { leaving } from './leaving';
import { answer, network, said, sayOnce, token, words } from './page';
import { housesWaiting, unsent, waitingAt, writeList, writeWaiting } from './shelf';
import { say } from './words';

const AT_MOST_MS = 4000;

/** Asks the server; no longer than somebody at the door can wait. */
export function ask(address: string, how: RequestInit = {}): Promise<Response> {
  return fetch(address, { ...how, signal: AbortSignal.timeout(AT_MOST_MS) });
}

/** undefined: nobody answered, or somebody must sign in again. */
export async function sendEntries(checkIns: readonly EntryOfDevice[], house = said('door')): Promise<AnswersForDevice | undefined> {
  const body = JSON.stringify({ _csrf: token, checkIns });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const entries = said('entries').replace(/\d+/, house);
  const reply = await ask(entries, { method: 'POST', body, headers }).catch(() => undefined); // the network is away: the entry is kept
  const isHeard = reply?.ok === true && reply.headers.get('content-type')?.includes('json') === true;
  const heard = isHeard ? await read<AnswersForDevice>(reply) : undefined;
  sayNetwork(heard !== undefined, reply !== undefined);
  return heard;
}

/** Tells what waits, then takes the list again. */
export async function tell(): Promise<void> {
  if (leaving.isDone || !(await tellWaiting()) || hasLeftMeanwhile()) return;
  const reply = await ask(said('list')).catch(() => undefined); // the old list serves
  const list = reply?.ok ? await read<ListForDevice>(reply) : undefined;
  if (hasLeftMeanwhile()) return;
  if (!list) return sayNetwork(false, reply !== undefined);
  writeList(list);
  sayKept();
  count(list.count);
  sayNetwork(true, true);
}

function hasLeftMeanwhile(): boolean {
  return leaving.isDone;
}

/** Of our own server. */
function read<T>(reply: Response): Promise<T | undefined> {
  return reply.json().catch(() => undefined);
}

/** Whether the server has heard all that this device let in on its own, here and at another house. */
export async function tellWaiting(): Promise<boolean> {
  for (let [house] = housesWaiting(); house !== undefined; [house] = housesWaiting()) {
    const heard = await sendEntries(waitingAt(house).slice(0, 100), house);
    if (!heard) return false;
    raiseAlarms(heard.answers.filter(({ verdict }) => verdict !== 'key-used-already'));
    const told = new Map(heard.answers.map(({ id, verdict }) => [id, verdict]));
    saySent(told);
    // An id that is another ticket's has told nothing: that entry goes again, under a new one.
    const again = waitingAt(house).map((one) => (told.get(one.id) === 'key-used-already' ? { ...one, id: crypto.randomUUID() } : one));
    writeWaiting(
      house,
      again.filter(({ id }) => !told.has(id)),
    );
    if (house === said('door')) count(heard.count);
    sayNetwork(true, true);
  }
  return true;
}

/** « Entrée » that stands there may be among what was just told. */
function saySent(told: ReadonlyMap<string, CheckInVerdict>): void {
  const line = answer.querySelector('[data-sent-later]');
  if (line && told.get(answer.dataset['entry'] ?? '') === 'admitted') line.textContent = words.sent;
}

export function sayNetwork(isHeard: boolean, isAnswered: boolean): void {
  if (leaving.isDone) return;
  if (!isHeard) countAlone();
  const left = unsent();
  const kept = left === 0 ? words.offline : say(left > 1 ? 'offlineWith' : 'offlineWithOne', { count: left });
  if (isHeard && left === 0) sayOnce(network, '');
  else sayOnce(network, isAnswered && !isHeard ? words.signIn : kept);
}
