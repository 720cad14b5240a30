import { createSendLetter, type SendLetter } from '../use-cases/letters/send-letter';
import type { SettingsOf } from './config';
import { createHouseMailer } from './house-mailer';
import { createRecord } from './record';

type Record = ReturnType<typeof createRecord>;

/** For a command: the record, which is closed behind it. */
export async function withRecord<T>(config: SettingsOf<'record'>, work: (record: Record) => Promise<T>): Promise<T> {
  const record = createRecord(config);
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

/** The same with letters that carry a link. None of those has anything attached: no cabinet of proofs is opened for them. */
export function withLetters<T>(
  config: SettingsOf<'letters'>,
  work: (record: Record & { readonly sendLetter: SendLetter }) => Promise<T>,
): Promise<T> {
  return withRecord(config, async (record) => {
    const mailer = createHouseMailer(config, record);
    try {
      return await work({ ...record, sendLetter: createSendLetter({ ...record, mailer, openAttachments: () => NOTHING_ATTACHED }) });
    } finally {
      mailer.close();
    }
  });
}

const NOTHING_ATTACHED = () => Promise.resolve([]);
