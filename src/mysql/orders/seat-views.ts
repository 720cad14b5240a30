import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { SeatView } from '../../domain/order-view';
import type { ValidityDays } from '../../domain/sale/validity';
import type { ProofState } from '../../domain/order/state';
import { tariffsByCode } from '../catalogue/tariffs';
import { toIsoOrNone } from '../column-values';
import { columns, rowsOf, type Selected } from '../rows';

const SEAT = {
  ...columns('positions', 'no', 'tariff_code', 'category', 'holder', 'member_number', 'price', 'fee', 'delivery_share', 'full_tariff'),
  ...columns('positions', 'to_full_price', 'proof', 'delivery', 'delivered_at', 'upgraded_at', 'refunded_at', 'reason', 'companionship'),
  ...columns('performance_places', 'row_label', 'seat_label', 'entrance'),
  category_name: 'seat_categories.name?',
} as const;

type SeatRow = Selected<typeof SEAT>;

interface Seats {
  readonly reference: string;
  readonly roomId: number;
  /** Validity rules speak of them. */
  readonly days: ValidityDays;
  readonly settling: readonly number[];
}

export async function seatViews(knex: Knex, { reference, roomId, days, settling }: Seats): Promise<readonly SeatView[]> {
  const seats = knex('positions')
    .join('performance_places', 'performance_places.id', 'positions.place_id')
    .leftJoin('seat_categories', (on) => on.on('seat_categories.code', 'positions.category').andOnVal('seat_categories.room_id', roomId))
    .where('positions.order_reference', reference)
    .orderBy('positions.no');
  const rows = await rowsOf(seats, SEAT);
  const codes = rows.flatMap(({ tariff_code, full_tariff }) => [tariff_code, ...(full_tariff === null ? [] : [full_tariff])]);
  const tariffs = await tariffsByCode(knex, [...new Set(codes)]);
  const notes = await notesOf(knex, reference, rows);
  return rows.map((row) => {
    const tariff = tariffs.find(({ code }) => code === row.tariff_code);
    if (!tariff) throw new Error(`No tariff ${row.tariff_code}.`);
    const full = tariffs.find(({ code }) => code === row.full_tariff)?.view(days).name ?? FULL;
    const upgradedTo = row.upgraded_at === null ? undefined : full;
    return { ...seatOf(row), upgradedTo, tariff: tariff.view(days), note: notes.get(row.no), settling: settling.includes(row.no) };
  });
}

/** Of a seat that was sold before its full tariff was kept. */
const FULL = { fr: 'Plein tarif', en: 'Full tariff' };

function seatOf(row: SeatRow): Omit<SeatView, 'tariff' | 'upgradedTo' | 'note' | 'settling'> {
  const { row_label, seat_label } = row;
  return {
    no: row.no,
    holder: row.holder,
    // Orders of before have an empty one where none was asked.
    memberNumber: row.member_number || undefined,
    price: cents(row.price),
    fee: cents(row.fee),
    deliveryShare: cents(row.delivery_share),
    toFullPrice: cents(row.to_full_price),
    category: row.category_name ?? row.category,
    place: row_label !== null && seat_label !== null ? { row: row_label, seat: seat_label } : undefined,
    entrance: row.entrance,
    proof: row.proof,
    delivery: row.delivery,
    deliveredAt: toIsoOrNone(row.delivered_at),
    upgradedAt: toIsoOrNone(row.upgraded_at),
    refundedAt: toIsoOrNone(row.refunded_at),
    reason: row.reason ?? undefined,
    companionship: row.companionship ?? undefined,
  };
}

const SAID: readonly ProofState[] = ['refused', 'refused-final', 'more-info'];

/** What the reviewer wrote with the decision that a seat still lies under. */
async function notesOf(knex: Knex, reference: string, seats: readonly SeatRow[]): Promise<ReadonlyMap<number, string | undefined>> {
  const waiting = seats.filter(({ proof }) => SAID.includes(proof)).map(({ no }) => no);
  if (waiting.length === 0) return new Map();
  const decided = knex('decisions')
    .leftJoin('notes', 'notes.ref', 'decisions.note_ref')
    .where('decisions.order_reference', reference)
    .whereIn('decisions.seat', waiting)
    .whereNull('decisions.taken_back_at')
    .orderBy('decisions.at');
  const rows = await rowsOf(decided, { seat: 'decisions.seat', note: 'notes.text?' });
  return new Map(rows.map(({ seat, note }) => [seat, note ?? undefined]));
}
