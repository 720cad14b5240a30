import { closedAfterwards } from '../../closed-afterwards';
import { PHARE } from '../../people';
import { opens } from './shopping';

it('adds up no places of several dates: the sum would read as the size of the room', async () => {
  const { theatre, camille } = await opens({
    needs: ({ catalogue }) => ({
      catalogue: {
        ...catalogue,
        performances: async (channel) => {
          const [one] = await catalogue.performances(channel);
          return one ? [1, 2, 3].map((id) => ({ ...one, id: PHARE.id + id, free: 200 })) : [];
        },
      },
    }),
  });
  closedAfterwards(theatre);
  const programme = await camille.get('/');
  expect(programme.text).not.toContain('600');
  expect(programme.text).toContain('places disponibles');
  expect((await camille.get('/spectacles/1')).text).toContain('200\u00a0places libres');
});

it('offers as many seats of a tariff as one may take: none, or from its least size on', async () => {
  const { theatre, camille } = await opens({
    needs: ({ catalogue }) => ({
      catalogue: {
        ...catalogue,
        offer: async (...asked) => {
          const offer = await catalogue.offer(...asked);
          return offer && { ...offer, tariffs: offer.tariffs.map((tariff) => ({ ...tariff, minPerOrder: 8 })) };
        },
      },
    }),
  });
  closedAfterwards(theatre);
  const { text } = await camille.get(`/seances/${PHARE.id}`);
  const menu = /<select id="t-PLEIN".*?<\/select>/s.exec(text)?.[0] ?? '';
  expect([...menu.matchAll(/<option value="(\d+)"/g)].map(([, count]) => count)).toEqual(['0', '8', '9', '10']);
});

it.each([
  ['the same year', ['2027-01-16T19:30:00.000Z', '2027-02-20T19:00:00.000Z'], /du 16\u00a0janvier au 20\u00a0février 2027/],
  ['New Year', ['2027-12-26T19:00:00.000Z', '2028-02-20T19:00:00.000Z'], /du 26\u00a0décembre 2027 au 20\u00a0février 2028/],
])('says the dates of a run over %s with the year where it belongs', async (_what, starts, words) => {
  const { theatre, camille } = await opens({
    needs: ({ catalogue }) => ({
      catalogue: {
        ...catalogue,
        performances: async (channel) => {
          const [one] = await catalogue.performances(channel);
          return one ? starts.map((startsAt, index) => ({ ...one, id: PHARE.id + index, startsAt })) : [];
        },
      },
    }),
  });
  closedAfterwards(theatre);
  expect((await camille.get('/')).text).toMatch(words);
});
