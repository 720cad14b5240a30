import { entriesFrom, judgeCheckIn, letsIn, uncheckedBy } from '../../src/domain/check-in';
import { initialsOf } from '../../src/domain/person-name';
import type { CheckInVerdict } from '../../src/domain/check-in';
import type { OrderView, PerformanceView } from '../../src/domain/order-view';
import { Refusal } from '../../src/domain/refusal';
import type { AdmissionLine, CheckIn, CheckInAnswer, CheckIns } from '../../src/ports/tickets/check-ins';

type Entry = CheckIn & { readonly uid: string; readonly verdict: CheckInVerdict };

/** The tickets of the orders in the book, at a door of their own; judged by the real rule. */
export function fakeCheckIns(orders: readonly OrderView[]): CheckIns & { readonly entries: readonly Entry[] } {
  const entries: Entry[] = [];
  const used = new Map<string, string>();
  const tickets = orders.flatMap((order) => order.tickets.map((ticket) => ({ order, ticket })));
  const lineOf = ({ order, ticket }: (typeof tickets)[number]): AdmissionLine => {
    const seat = order.seats.find(({ no }) => no === ticket.seat);
    const usedAt = used.get(ticket.uid);
    const admission = ticket.admission === 'valid' && usedAt !== undefined ? 'used' : ticket.admission;
    return {
      uid: ticket.uid,
      number: ticket.number,
      admission,
      usedAt,
      proofToShow: ticket.proofToShow,
      place: seat?.place,
      category: seat?.category ?? '',
      initials: initialsOf(seat?.holder ?? ''),
    };
  };
  return {
    entries,
    record(entry): Promise<CheckInAnswer> {
      const known = entries.find(({ id }) => id === entry.id);
      const found = tickets.find(({ ticket }) =>
        'uid' in entry.ticket ? ticket.uid === entry.ticket.uid : ticket.number === entry.ticket.number,
      );
      const line = found && lineOf(found);
      const verdict =
        known?.verdict ??
        judgeCheckIn(
          found && line && { ...line, performanceId: found.order.performance.id, from: entriesFrom(found.order.performance.doorsAt) },
          entry,
        );
      const uid = found?.ticket.uid ?? ('uid' in entry.ticket ? entry.ticket.uid : '');
      if (known && known.uid !== uid) return Promise.reject(new Refusal('key-used-already', 'Another ticket’s entry.'));
      if (!known) entries.push({ ...entry, uid, verdict });
      if (letsIn(verdict, entry) && !known) used.set(uid, entry.at);
      const record = used.has(uid) ? entries.findLast((one) => one.uid === uid && letsIn(one.verdict, one)) : undefined;
      const { id: by, at, offline } = record ?? entry;
      const answer = {
        ...{ id: entry.id, uid, number: found?.ticket.number, verdict, typed: !entry.signed, usedAt: used.get(uid) },
        entry: record && { id: by, at, offline, unchecked: uncheckedBy(record.verdict) },
      };
      return Promise.resolve(found ? { ...answer, performance: found.order.performance, seat: seatOf(found) } : answer);
    },
    takeBack({ id }) {
      const entry = entries.find((one) => one.id === id && letsIn(one.verdict, one));
      if (!entry) return Promise.reject(new Refusal('check-in-not-found', 'No entry to take back.'));
      used.delete(entry.uid);
      return Promise.resolve();
    },
    houses(which) {
      const houses = new Map<number, PerformanceView>(orders.map(({ performance }) => [performance.id, performance]));
      const within = (at: string) => 'id' in which || (at >= which.from && at <= which.until);
      return Promise.resolve([...houses.values()].filter(({ id, startsAt }) => ('id' in which ? id === which.id : within(startsAt))));
    },
    list: (id) => Promise.resolve(tickets.filter(({ order }) => order.performance.id === id).map(lineOf)),
    count: (id) =>
      Promise.resolve({
        tickets: tickets.filter(({ order }) => order.performance.id === id).length,
        admitted: used.size,
        conflicts: entries.filter(isConflict(id)).length,
      }),
    conflicts: (id) =>
      Promise.resolve(
        tickets
          .map(lineOf)
          .filter(({ uid }) => entries.some((entry) => entry.uid === uid && isConflict(id)(entry)))
          .map(({ uid, number, place, category }) => {
            const own = entries.filter((entry) => entry.uid === uid && (entry.offline || entry.verdict === 'admitted'));
            const verdict = own.find(isConflict(id))?.verdict ?? 'already-used';
            const came = own.toSorted((one, other) => one.at.localeCompare(other.at));
            return {
              uid,
              number,
              place,
              category,
              verdict,
              entries: came.map((one) => ({ at: one.at, checked: !uncheckedBy(one.verdict) })),
            };
          }),
      ),
  };
}

const isConflict = (performanceId: number) => (entry: Entry) =>
  entry.offline && !['admitted', 'too-early'].includes(entry.verdict) && entry.performanceId === performanceId;

function seatOf({ order, ticket }: { readonly order: OrderView; readonly ticket: OrderView['tickets'][number] }) {
  const seat = order.seats.find(({ no }) => no === ticket.seat);
  if (!seat) throw new Error(`Ticket ${ticket.uid} has no seat.`);
  const { tariff, holder, category, place, entrance, toFullPrice, upgradedAt } = seat;
  const { proofToShow } = ticket;
  const acceptedProofs = proofToShow && !tariff.health ? tariff.acceptedProofs : [];
  const shown = { tariff: tariff.name, holder, category, place, entrance };
  return { ...shown, proofToShow, acceptedProofs, difference: toFullPrice, settledAt: upgradedAt };
}
