import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { API_KEY } from '../harness';
import { codeOf, EVENING, openEvening, OWING } from './evening';

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openEvening([OWING]);
});
afterEach(() => theatre.close());

describe('the door’s API', () => {
  const post = (body: object, key = API_KEY) =>
    request(theatre.url).post(`/api/performances/${ORDER.performance.id}/check-ins`).set('Authorization', `Bearer ${key}`).send(body); // prettier-ignore

  it('answers each ticket, and hears later what a device let in on its own', async () => {
    const entry = { id: randomUUID(), ticket: codeOf(1), offlineAt: '2027-01-16T18:40:00.000Z' };
    const { body } = await post({ checkIns: [entry, { id: randomUUID(), ticket: codeOf(1) }, { id: randomUUID(), ticket: codeOf(2) }] });
    expect(body.answers.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['admitted', 'already-used', 'proof-to-show']);
    const { proofToShow, acceptedProofs } = body.answers[2].seat;
    expect([proofToShow, acceptedProofs[0]]).toEqual([true, { fr: 'carte d’étudiant', en: 'student card' }]);
    expect(theatre.checkIns.entries[0]).toMatchObject({ offline: true, at: '2027-01-16T18:40:00.000Z', by: 'api-key:1' });
    const again = await post({ checkIns: [entry] });
    expect(again.body.answers).toMatchObject([{ id: entry.id, verdict: 'admitted' }]);
  });

  it('lets nobody in weeks before the evening, nor believes a device that did, and the ticket stays good', async () => {
    await theatre.close();
    theatre = await openEvening([OWING], '2026-12-01T10:00:00.000Z');
    const ticket = codeOf(1);
    const { body } = await post({
      checkIns: [
        { id: randomUUID(), ticket },
        { id: randomUUID(), ticket, offlineAt: '2026-12-01T09:58:00.000Z' },
        { id: randomUUID(), ticket: 'CM-7K2M-4Q9T-1', typed: true },
      ],
    });
    const performance = { startsAt: ORDER.performance.startsAt, doorsAt: ORDER.performance.doorsAt };
    expect(body.answers).toMatchObject([1, 2, 3].map(() => ({ verdict: 'too-early', performance })));
    const list = await request(theatre.url)
      .get(`/api/performances/${ORDER.performance.id}/admissions`)
      .set('Authorization', `Bearer ${API_KEY}`);
    expect(list.body).toMatchObject({ admissions: [{ admission: 'valid' }, {}], count: { admitted: 0, conflicts: 0 } });
  });

  it.each(['2031-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z'])('does not believe a device that says %s', async (offlineAt) => {
    await post({ checkIns: [{ id: randomUUID(), ticket: codeOf(1), offlineAt }] }).expect(200); // prettier-ignore
    expect(theatre.checkIns.entries[0]?.at).toBe(EVENING);
  });

  it('lets no number in that stands in place of the code, unless a person says that they typed it', async () => {
    const bare = { ticket: 'CM-7K2M-4Q9T-1' };
    const { body } = await post({
      checkIns: [
        { ...bare, id: randomUUID() },
        { ...bare, id: randomUUID(), typed: true },
      ],
    });
    expect(body.answers).toMatchObject([
      { verdict: 'number-to-confirm', typed: true },
      { verdict: 'admitted', typed: true, seat: { holder: 'Camille Roussel', proofToShow: false, acceptedProofs: [] } },
    ]);
  });

  it('takes no entry’s id for another ticket, and hears the entries before and after it', async () => {
    const [id, before, after] = [randomUUID(), randomUUID(), randomUUID()];
    await post({ checkIns: [{ id, ticket: codeOf(1) }] }).expect(200); // prettier-ignore
    const list = [
      { id: before, ticket: codeOf(1) },
      { id, ticket: codeOf(2) },
      { id: after, ticket: codeOf(2), proofSeen: true },
    ];
    for (const time of ['told', 'told again']) {
      const { status, body } = await post({ checkIns: list });
      expect([time, status]).toEqual([time, 200]);
      expect(body.answers).toMatchObject([
        { id: before, verdict: 'already-used' },
        { id, uid: 'CM-7K2M-4Q9T-2', verdict: 'key-used-already' },
        { id: after, verdict: 'admitted' },
      ]);
      expect(body.answers[1].seat).toBeUndefined();
    }
    expect(theatre.checkIns.entries.map((entry) => entry.id)).toEqual([id, before, after]);
  });

  it('answers the same new id for two tickets one by one: the first is its own', async () => {
    const id = randomUUID();
    const { body } = await post({ checkIns: [1, 2].map((seat) => ({ id, ticket: codeOf(seat), proofSeen: true })) });
    expect(body.answers.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['admitted', 'key-used-already']);
  });

  it('gives the list without names, and takes an entry back', async () => {
    const id = randomUUID();
    await post({ checkIns: [{ id, ticket: codeOf(1) }] }).expect(200); // prettier-ignore
    const bearer = { Authorization: `Bearer ${API_KEY}` };
    const list = await request(theatre.url).get(`/api/performances/${ORDER.performance.id}/admissions`).set(bearer);
    expect(list.body.admissions).toMatchObject([{ admission: 'used' }, { admission: 'valid', proofToShow: true }]);
    expect(list.text).not.toContain('Roussel');
    await request(theatre.url).post(`/api/check-ins/${id}/undo`).set(bearer).expect(200); // prettier-ignore
    await request(theatre.url).post(`/api/check-ins/${randomUUID()}/undo`).set(bearer).expect(404); // prettier-ignore
  });

  it('says which field is wrong', async () => {
    const { status, body } = await post({ checkIns: [{ id: 'first', ticket: '' }] });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/checkIns/0/id', '#/checkIns/0/ticket']);
  });
});
