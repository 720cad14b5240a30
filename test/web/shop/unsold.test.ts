import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, openTheatre } from '../harness';
import { PHARE } from '../../people';
import { signsIn } from '../visitor';
import { openToSpectators } from './spectator';

/** An old catalogue: the rule stands and the performance is online, yet no order can hold any of its tariffs. */
describe('a performance without a tariff that can be had', () => {
  let theatre: Awaited<ReturnType<typeof openToSpectators>>;
  beforeAll(async () => {
    theatre = await openToSpectators();
    const { knex } = theatre.shop.world;
    const phare = knex('performances')
      .join('shows', 'shows.id', 'performances.show_id')
      .where('shows.title', 'Le Phare d’hiver')
      .select('performances.id');
    await knex('sale_rule_tariffs')
      .whereIn('rule_id', knex('sale_rules').whereIn('performance_id', phare).select('id'))
      .whereNot({ tariff_code: 'ETUD' })
      .delete();
    // From ten seats on, where an order has six.
    await knex('tariffs').where({ code: 'ETUD' }).update({ min_per_order: 10 });
  });
  afterAll(() => theatre.shop.close());

  const showOf = (text: string, title: string) => text.split('<p class="genre">').find((show) => show.includes(title)) ?? '';

  it('is not said to have seats left, on the programme nor among its dates', async () => {
    const camille = theatre.arrives();
    const { text } = await camille.get('/');
    const phare = showOf(text, 'Le Phare d’hiver');
    expect(phare).toContain('pas en vente en ligne');
    expect(phare).not.toMatch(/places/);
    expect(showOf(text, 'Le Bal des éclusiers')).toMatch(/places/);
    const [, show = ''] = /href="(\/spectacles\/\d+)"/.exec(phare) ?? [];
    const dates = (await camille.get(show)).text;
    expect(dates).toContain('pas en vente en ligne');
    expect(dates).not.toContain('href="/seances/');
    expect((await camille.get(`${show}?lang=en`)).text).toContain('not sold online');
  });

  it('is not on sale for a program either, and its page says so', async () => {
    const camille = theatre.arrives();
    const { body } = await camille.get('/api/performances').expect(200);
    const titles = body.performances.map(({ showTitle }: { readonly showTitle: string }) => showTitle);
    expect([titles.includes('Le Phare d’hiver'), titles.includes('Le Bal des éclusiers')]).toEqual([false, true]);
    expect((await camille.get(theatre.phare).expect(404)).text).toContain('n’est pas en vente');
  });
});

describe('at the counter', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('is led to by no link', async () => {
    theatre = await openTheatre({
      needs: ({ catalogue }) => ({
        catalogue: {
          ...catalogue,
          performances: async (channel) => (await catalogue.performances(channel)).map((one) => ({ ...one, unsold: true })),
        },
      }),
    });
    const { text } = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get('/guichet/caisse').expect(200);
    expect(text).toContain('aucun tarif ne peut y être pris');
    expect(text).not.toContain(`href="/guichet/caisse/${PHARE.id}`);
  });
});
