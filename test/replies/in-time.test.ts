import { createTimedReader } from '../../src/replies/in-time';
import type { TimedReader } from '../../src/replies/in-time';

/** As long as a busy machine may need. */
const LONG = { readMs: 60_000, understandMs: 60_000 };
const MAIL = Buffer.from('From: Camille <camille@mairie.example>\r\nSubject: Re: x\r\n\r\nOUI 1\r\n');

describe('reading in a thread of its own', () => {
  let reader: TimedReader | undefined;
  afterEach(() => reader?.close());

  it('reads as it would here', async () => {
    reader = createTimedReader(LONG);
    const mail = await reader.read(MAIL);
    expect(mail.sender).toMatchObject({ address: 'camille@mairie.example' });
    expect(await reader.understand(mail, [1, 2])).toEqual({
      kept: 'OUI 1',
      meaning: { intent: 'decision', decisions: [{ seats: [1], decision: 'approve' }] },
    });
  });

  it('reads a mail again when the machine stood still meanwhile', async () => {
    reader = createTimedReader({ ...LONG, readMs: 3_000 });
    await reader.read(MAIL);
    const read = reader.read(MAIL);
    await new Promise((posted) => setImmediate(posted));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_500);
    expect(await read).toMatchObject({ sender: { address: 'camille@mairie.example' } });
    expect(await read).not.toHaveProperty('failure');
  });

  it('gives up a mail that takes too long, and reads the next one', async () => {
    // No thread answers in no time at all; the long limit stands for every other mail.
    reader = createTimedReader({ ...LONG, readMs: 0 });
    expect(await reader.read(Buffer.concat([MAIL, Buffer.alloc(4_000_000, 'a\n')]))).toMatchObject({
      failure: { kind: 'unreadable' },
      sender: { address: 'camille@mairie.example' },
    });
    expect((await reader.understand({ subject: 'Re: x', text: 'OK', attachments: [] })).meaning.intent).toBe('decision');
  });
});
