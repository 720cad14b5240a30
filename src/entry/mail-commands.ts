import { readFile } from 'node:fs/promises';
import type { ExplainSettings } from '../mail/reading/explain';
import { explainMail } from '../mail/reading/explain';
import { createTimedReader } from '../mail/reading/in-time';

/** One line of JSON a file, in the order given; a file that cannot be read is told, and the others still are explained. */
export async function explainMails(files: readonly string[], { seats }: { readonly seats?: number }): Promise<void> {
  const reader = createTimedReader();
  const settings: ExplainSettings = { reader, ...(seats === undefined ? {} : { seats }) };
  for (const file of files) {
    try {
      const explanation = await explainMail(await readFile(file), settings);
      process.stdout.write(`${JSON.stringify({ file, ...explanation })}\n`);
    } catch (fault) {
      process.stderr.write(`${file}: ${fault instanceof Error ? fault.message : String(fault)}\n`);
      process.exitCode = 1;
    }
  }
  await reader.close();
}
