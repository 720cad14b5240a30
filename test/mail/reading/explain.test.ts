import { explainMail } from '../../../src/mail/reading/explain';

const mail = (text: string, head = '') => Buffer.from(`From: camille@mairie.example\r\n${head}\r\n${text}\r\n`);

describe('explaining a mail without a database', () => {
  it('says what the words mean, and what was not checked', async () => {
    expect(await explainMail(mail('OUI 1\r\nNON 2 illisible'), { seats: 2 })).toEqual({
      machine: null,
      token: 'unchecked',
      sender: 'unchecked',
      authentication: 'unchecked',
      reply: 'OUI 1\nNON 2 illisible',
      intent: 'decision',
      decisions: [
        { seats: [1], decision: 'approve' },
        { seats: [2], decision: 'refuse', reason: 'unreadable' },
      ],
      verdict: 'applied',
      why: 'understood',
    });
  });

  it('knows how many seats the letter listed, when it is told', async () => {
    expect((await explainMail(mail('OUI 3'))).intent).toBe('decision');
    expect((await explainMail(mail('OUI 3'), { seats: 2 })).intent).toBe('unclear');
  });

  it('lets no machine decide', async () => {
    expect(await explainMail(mail('OK', 'Auto-Submitted: auto-replied\r\n'))).toMatchObject({
      machine: 'auto-reply',
      intent: 'unclear',
      decisions: [],
      verdict: 'machine',
    });
  });

  it('explains what cannot be read', async () => {
    expect(await explainMail(Buffer.from(''))).toMatchObject({ intent: 'empty', decisions: [] });
  });
});
