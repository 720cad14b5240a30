// What this device makes of a ticket when the network is away: the domain's rule, on the list that it has. It never says more
// than that list and its keys can tell.
import type { EntryOfDevice, LineOfDevice } from '../../check-in/device';
import type { AloneVerdict } from '../../../domain/check-in-alone';
import { judgeAlone } from '../../../domain/check-in-alone';
import type { PrintedTicket } from '../../../domain/ticket';
import { readPrintedTicket } from '../../../domain/ticket';
import { said } from './page';
import type { KeptList } from './shelf';
import { listHere, nowByTheServer, waiting } from './shelf';
import { readCode } from './signed-code';

export interface JudgedAlone {
  readonly verdict: AloneVerdict;
  readonly uid: string;
  readonly line: LineOfDevice | undefined;
  readonly usedAt: string | undefined;
  /** As its code says. */
  readonly startsAt: string | undefined;
  readonly list: KeptList | undefined;
}

export async function judgedAlone({ ticket, proofSeen, typed }: Omit<EntryOfDevice, 'id'>): Promise<JudgedAlone> {
  const list = listHere();
  const code = await readCode(ticket, list?.keys ?? []);
  const printed = readPrintedTicket(ticket);
  const payload = code === 'unchecked' ? undefined : code;
  const named = payload ?? printed;
  const line = list?.tickets.find((one) => named !== undefined && isNamed(one, named));
  const uid = payload?.uid ?? line?.uid ?? ticket;
  const here = waiting().find((one) => one.uid === uid);
  const asked = { performanceId: Number(said('door')), proofSeen, typed, at: nowByTheServer(), from: list?.from ?? '' };
  const verdict = judgeAlone({ code, printed, line, letInHere: here !== undefined }, asked);
  const startsAt = payload && new Date(payload.performanceAt * 1000).toISOString();
  return { verdict, uid, line, usedAt: here?.offlineAt ?? line?.usedAt, startsAt, list };
}

function isNamed(line: LineOfDevice, named: PrintedTicket): boolean {
  return 'uid' in named ? line.uid === named.uid : line.number === named.number;
}
