import { LETTER_HEADS, LETTER_KINDS } from '../../src/domain/letter';
import { withSeats } from '../people';
import { LETTERS } from './drawer';
import { plain, read } from './reading';

/** A refusal that can still be taken back: whatever is written to the spectator meanwhile, for another seat, does not tell it. */
const SPECTATORS = LETTER_KINDS.filter((kind) => LETTER_HEADS[kind].to === 'spectator');
const refused = (proof: 'refused' | 'refused-final', settling: boolean) =>
  ({ proof, settling, reason: 'not-eligible', note: 'Carte périmée depuis mars', delivery: 'held' }) as const;

describe.each(['refused', 'refused-final'] as const)('%s', (proof) => {
  it.each(SPECTATORS)('%s tells nothing of it, in either language', (kind) => {
    for (const language of ['fr', 'en'] as const) {
      const { order } = LETTERS[kind](language).facts;
      const write = (now: typeof order) => read(LETTERS[kind](language, { order: now })).text;
      const seats = (settling: boolean) => order && withSeats(order, { 4: refused(proof, settling) });
      const checked = order && withSeats(order, { 4: { proof: 'under-review', settling: true, delivery: 'held' } });
      expect(write(seats(true))).toBe(write(checked));
    }
  });
});

it('the ticket of another seat says that this one is being checked, and refused once it is', () => {
  const released = LETTERS.tickets('fr').facts.order;
  const order = released && { ...released, tickets: released.tickets.filter(({ seat }) => seat !== 4) };
  const said = (settling: boolean) =>
    plain(read(LETTERS.tickets('fr', { order: order && withSeats(order, { 4: refused('refused-final', settling) }) })).text);
  expect(said(true)).toContain('La place 4 est en cours de vérification');
  expect(said(true)).not.toContain('refusé');
  expect(said(false)).toContain('Le tarif réduit est refusé pour la place 4');
});
