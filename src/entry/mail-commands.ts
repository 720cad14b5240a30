import { readFile } from 'node:fs/promises';
import type { ExplainSettings } from '../replies/explain';
import { explainMail } from '../replies/explain';
import { createTimedReader } from '../replies/in-time';
import { mailboxName } from '../mail/imap-mailbox';
import { COMMAND_SETTINGS, hasSettings, readSettings } from './config';
import { createRecord } from './record';

/** One line of JSON a file, in the order given; a file that cannot be read is told, and the others still are explained. */
export async function explainMails(files: readonly string[], { seats }: { readonly seats?: number }): Promise<void> {
  const reader = createTimedReader();
  const { settings, close } = await lookUps();
  for (const file of files) {
    try {
      const explanation = await explainMail(await readFile(file), { ...settings, reader, ...(seats === undefined ? {} : { seats }) });
      process.stdout.write(`${JSON.stringify({ file, ...explanation })}\n`);
    } catch (fault) {
      process.stderr.write(`${file}: ${fault instanceof Error ? fault.message : String(fault)}\n`);
      process.exitCode = 1;
    }
  }
  await reader.close();
  await close();
}

/** With the settings of the program, secrets are looked up and senders authenticated as the worker does; without, neither is. */
async function lookUps(): Promise<{ readonly settings: ExplainSettings; readonly close: () => Promise<void> }> {
  if (!hasSettings(COMMAND_SETTINGS.inbox)) return { settings: {}, close: () => Promise.resolve() };
  const { IMAP_URL, ...config } = readSettings(COMMAND_SETTINGS.inbox);
  const record = createRecord(config);
  const { inboundMail, secrets } = record;
  const authentication = await inboundMail.authenticationOf(mailboxName(IMAP_URL));
  const lookUp: ExplainSettings['lookUp'] = async (token) => {
    const review = await inboundMail.reviewByToken(secrets.hash(token));
    if (!review) return { kind: 'unknown' };
    const { state, addresses, colleagues, seats } = review;
    return { kind: 'known', state, addresses, colleagues, seats, openSeats: seats };
  };
  return { settings: { authentication: modeOf(authentication), lookUp }, close: () => record.close() };
}

function modeOf({ mode, authservId, sameTenant }: Awaited<ReturnType<ReturnType<typeof createRecord>['inboundMail']['authenticationOf']>>) {
  if (mode === 'ar-topmost-noid') return { mode, sameTenant };
  return mode === 'ar' ? { mode, authservId: authservId ?? '' } : { mode };
}
