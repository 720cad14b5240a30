import { DAY, HOUR } from '../../../src/domain/time';
import { CASHIER, MINUTE, PAID_AT, PERFORMANCE_AT, play } from './a-story';

const DEADLINE = PERFORMANCE_AT - DAY;
const ADMIN = { role: 'staff', id: 1 } as const;
type Story = ReturnType<typeof play>;

/** Both students are approved, and the letter with the three tickets is on its way; it was written as the story stood. */
function onTheirWay(paid: Parameters<typeof play>[0] = {}) {
  const story = play(paid);
  story.deposit(PAID_AT + MINUTE, 2, 3);
  story.approve(PAID_AT + HOUR, 2, 3);
  story.until(PAID_AT + 2 * HOUR);
  return { story, written: story.state().seq };
}

const head = (command: string) => ({ at: PAID_AT + 3 * HOUR, command, by: ADMIN, door: 'desk' }) as const;
const revoke = (story: Story, seat: number) => story.say({ kind: 'revoked', ...head(`revoke-${seat}`), seat, reason: 'unreadable' });
const cancel = (story: Story) => story.say({ kind: 'cancelled', ...head('cancel') });
const arrived = (story: Story, said: { readonly told?: number; readonly carried?: readonly number[]; readonly failed?: true }) =>
  story.say({ kind: 'dispatched', at: PAID_AT + 4 * HOUR, release: 1, ...said }).effects;
const told = (command: string, ...seats: number[]) => ({
  kind: 'letter',
  letter: { kind: 'ticket-void', order: '7K2M-4Q9T', about: { command, count: expect.any(Number), seats } },
});

describe('a ticket that is cancelled while the letter with it is on its way', () => {
  test('is told to be good no more when that letter has left with it, once', () => {
    const { story, written } = onTheirWay();
    revoke(story, 3);
    expect(arrived(story, { told: written, carried: [1, 2, 3] })).toEqual([told('revoke-3', 3)]);
    expect(story.state().seats.map(({ delivery }) => delivery)).toEqual(['sent', 'sent', 'held']);
    expect(arrived(story, { told: written, carried: [1, 2, 3] })).toEqual([]);
  });

  test('each cancellation is told by itself', () => {
    const { story, written } = onTheirWay();
    revoke(story, 2);
    revoke(story, 3);
    expect(arrived(story, { told: written, carried: [1, 2, 3] })).toEqual([told('revoke-2', 2), told('revoke-3', 3)]);
  });

  test('so it is where all the order is cancelled, also where its story is over with that', () => {
    const { story, written } = onTheirWay();
    cancel(story);
    expect(arrived(story, { told: written, carried: [1, 2, 3] })).toEqual([told('cancel', 1, 2, 3)]);
    const free = onTheirWay({ free: true });
    cancel(free.story);
    expect(arrived(free.story, { told: free.written, carried: [1, 2, 3] })).toEqual([told('cancel', 1, 2, 3)]);
  });

  test('and where a difference is given back before its ticket had left', () => {
    const story = play({ policy: { ...onTheirWay().story.state().policy, deadlineOutcome: 'full-price-then-door' } });
    story.until(DEADLINE);
    const till = { method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };
    story.say({ kind: 'difference-taken', ...story.head(DEADLINE + HOUR, CASHIER), seat: 2, ...till });
    const written = story.state().seq;
    const { release = 0 } = story.seat(2) ?? {};
    story.say({ kind: 'difference-given-back', ...head('back'), at: DEADLINE + HOUR + MINUTE, seat: 2 });
    const left = { at: DEADLINE + 2 * HOUR, release, told: written, carried: [2] };
    expect(story.say({ kind: 'dispatched', ...left }).effects).toEqual([told('back', 2)]);
  });

  test('is not where the letter left without it, was refused, or kept nothing of what it carried', () => {
    for (const said of [{ carried: [1, 2] }, { carried: [1, 2, 3], failed: true }, {}] as const) {
      const { story, written } = onTheirWay();
      revoke(story, 3);
      expect(arrived(story, { told: written, ...said })).toEqual([]);
    }
  });

  test('is not by a letter that was written after it', () => {
    const { story } = onTheirWay();
    revoke(story, 3);
    expect(arrived(story, { told: story.state().seq, carried: [1, 2, 3] })).toEqual([]);
  });
});
