import type { MailAuthentication } from '../domain/mail-authentication';
import { replyAddress } from '../letters/reply-address';
import { probeMail } from '../mail/probe';
import { adviceFor } from '../replies/probe-advice';
import type { SettingsOf } from './config';

export interface ProbeOptions {
  readonly from?: string;
  readonly seconds?: number;
  readonly json?: boolean;
}

/** Exit code 0 when a setting holds for the mail; 1 when none does, or the mail has not come. */
export async function probeMailHost(config: SettingsOf<'mailHost'>, { from, seconds = 60, json = false }: ProbeOptions): Promise<void> {
  const settings = { smtpUrl: config.SMTP_URL, imapUrl: config.IMAP_URL, from, patienceMs: seconds * 1000 };
  const probed = await probeMail(settings, { replyAddress, adviceFor });
  if (!probed?.fits) process.exitCode = 1;
  if (json) {
    process.stdout.write(`${JSON.stringify(probed ?? { arrived: false })}\n`);
    return;
  }
  const lines = probed
    ? [
        `The mail from ${probed.from} came after ${probed.seconds} s.`,
        probed.recipientHeader === undefined ? 'Its secret was cut off.' : `Its secret stands in the header ${probed.recipientHeader}.`,
        ...probed.candidates.map(({ setting, result, why }) => `  ${nameOf(setting)}: ${result}, ${why}`),
        probed.fits ? `This setting of the venue fits: ${nameOf(probed.fits)}.` : 'No setting of the venue fits.',
        ...probed.warnings,
        'A reviewer’s mail may come another way: repeat with --from and their address, where the host lets you write in their name.',
      ]
    : [`The mail has not come within ${seconds} s. Look at the account of SMTP_URL, and for the mail among the junk of the inbox.`];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function nameOf({ mode, authservId }: MailAuthentication): string {
  return authservId === undefined ? mode : `${mode} (authserv-id ${authservId})`;
}
