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
  const programme = await camille.get('/');
  expect(programme.text).not.toContain('600');
  expect(programme.text).toContain('places disponibles');
  expect((await camille.get('/spectacles/1')).text).toContain('200\u00a0places libres');
  await theatre.close();
});
