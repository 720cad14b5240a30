import type { Offer } from '../../../src/domain/sale/offer';
import type { VenuePolicy } from '../../../src/domain/venue-policy';
import type { VenueView } from '../../../src/domain/order-view';
import { fakeCatalogue } from '../../fakes/catalogue';
import { MARINIERS, ORDER } from '../../people';
import { openTheatre } from '../harness';
import type { Theatre } from '../harness';
import { enters, unmarked, visitor } from '../visitor';
import { fills, opens } from './shopping';

let theatre: Theatre;
afterEach(() => theatre.close());

const venueWith = (policy: Partial<VenuePolicy>): VenueView => ({ ...MARINIERS, policy: { ...MARINIERS.policy, ...policy } });

async function basketUnder(policy: Partial<VenuePolicy>, seats = '2'): Promise<string> {
  const catalogue = fakeCatalogue();
  const offer = async (id: number, channel: string): Promise<Offer | undefined> => {
    const one = await catalogue.offer(id, channel);
    return one && { ...one, venue: venueWith(policy) };
  };
  const shop = await opens({ now: '2027-01-04T10:00:00.000Z', needs: () => ({ catalogue: { ...catalogue, offer } }) });
  theatre = shop.theatre;
  await fills(shop.camille, { 't-ETUD': seats });
  return unmarked((await shop.camille.get('/panier')).text);
}

async function orderPageUnder(policy: Partial<VenuePolicy>): Promise<string> {
  theatre = await openTheatre({ orders: [{ ...ORDER, venue: venueWith(policy) }] });
  const camille = await enters(theatre);
  return unmarked((await camille.get('/commande/7K2M-4Q9T').expect(200)).text);
}

describe('the basket promises what the venue has settled', () => {
  it('the door where it may be chosen, and nowhere else', async () => {
    expect(await basketUnder({})).toContain('Vous pourrez aussi présenter votre justificatif à l’accueil');
    await theatre.close();
    expect(await basketUnder({ doorAllowed: false })).not.toMatch(/accueil, en arrivant/);
  });

  it.each([
    ['check-at-door', '2', 'vos billets partiront et le justificatif vous sera demandé à l’entrée'],
    ['full-price-then-door', '2', 'nous vous proposerons de régler la différence avec le plein tarif'],
    ['refund', '2', 'ces places vous seront remboursées et retourneront à la vente'],
    ['refund', '1', 'cette place vous sera remboursée et retournera à la vente'],
  ] as const)('what happens at the deadline is told before anything is paid: %s, %s', async (deadlineOutcome, seats, words) => {
    expect(await basketUnder({ deadlineOutcome }, seats)).toContain(words);
  });

  it('says one thing where proofs are only seen at the door', async () => {
    const text = await basketUnder({ proofsOnline: false, deadlineOutcome: 'refund' });
    expect(text).toContain('Vos billets partent');
    expect(text).not.toMatch(/Nous vérifions|La séance est proche|Une photo|Vos fichiers|remboursée|immédiate|Envoi soumis/);
  });
});

describe('the order’s page and what is said of personal data', () => {
  it('offer the door where it may be chosen, and nowhere else', async () => {
    expect(await orderPageUnder({})).toContain('préférer le présenter à l’accueil');
    await theatre.close();
    expect(await orderPageUnder({ doorAllowed: false })).not.toContain('préférer le présenter à l’accueil');
  });

  it.each([
    ['', 'préférer le présenter à l’accueil'],
    ['?lang=en', 'prefer to show it at the door'],
  ])('of personal data%s', async (language, words) => {
    for (const doorAllowed of [true, false]) {
      theatre = await openTheatre({ needs: () => ({ venues: () => Promise.resolve([venueWith({ doorAllowed })]) }) });
      expect((await visitor(theatre).get(`/donnees-personnelles${language}`)).text.includes(words)).toBe(doorAllowed);
      if (doorAllowed) await theatre.close();
    }
  });

  it('are called after the tickets where no proof is sent online', async () => {
    const text = await orderPageUnder({ proofsOnline: false });
    expect(text).toContain('<h1>Mes billets</h1>');
    expect(text).not.toContain('Envoi soumis');
  });
});
