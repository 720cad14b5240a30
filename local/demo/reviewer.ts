import { createTransport } from 'nodemailer';
import type { Letter } from './mailboxes';
import { SceneFailed } from './stage';

/** A French mail program's way of answering: which header it writes above what it quotes. */
type MailProgram = 'thunderbird' | 'outlook' | 'gmail';

export interface Reply {
  readonly words: string;
  readonly program?: MailProgram;
}

export interface SentReply {
  readonly raw: string;
  readonly from: string;
  readonly to: string;
}

/** A reviewer with a mail program: answers a letter of ours as people do, above the quoted original. */
export function createReviewer(smtpUrl: string, person: { readonly name: string; readonly address: string }) {
  return {
    address: person.address,

    async reply(letter: Letter, reply: Reply): Promise<SentReply> {
      const { raw, to } = await written(letter, reply);
      return send({ raw, to, from: person.address });
    },

    /** The very same message once more, as a mail host does that is not sure of the first delivery. */
    send,
  };

  async function send(message: SentReply): Promise<SentReply> {
    const { hostname, port } = new URL(smtpUrl);
    const transport = createTransport({
      host: hostname,
      port: Number(port),
      secure: false,
      ignoreTLS: true,
      auth: { user: person.address, pass: 'secret' },
    });
    await transport.sendMail({ envelope: { from: message.from, to: message.to }, raw: message.raw });
    transport.close();
    return message;
  }

  async function written(
    { mail }: Letter,
    { words, program = 'thunderbird' }: Reply,
  ): Promise<{ readonly raw: string; readonly to: string }> {
    const to = mail.replyTo?.value[0]?.address ?? mail.from?.value[0]?.address;
    if (!to) throw new SceneFailed('A letter that cannot be answered.');
    const text = `${words}\n\n-- \n${person.name}\n\n${quoted(mail.text ?? '', mail.date ?? new Date(), program)}`;
    const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message } = await composer.sendMail({
      from: { name: person.name, address: person.address },
      to,
      subject: `Re: ${mail.subject ?? ''}`,
      inReplyTo: mail.messageId,
      references: mail.messageId,
      text,
      headers: program === 'thunderbird' ? { 'User-Agent': 'Mozilla Thunderbird' } : {},
    });
    if (!Buffer.isBuffer(message)) throw new SceneFailed('The reply was not composed.');
    return { raw: message.toString('utf8'), to };
  }
}

export type Reviewer = ReturnType<typeof createReviewer>;

function quoted(original: string, date: Date, program: MailProgram): string {
  const lines = original.split('\n').map((line) => `> ${line}`);
  const day = date.toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' });
  const hour = date.toLocaleTimeString('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });
  switch (program) {
    case 'thunderbird':
      return [`Le ${day} à ${hour}, Théâtre des Mariniers a écrit :`, ...lines].join('\n');
    case 'gmail':
      return [
        `Le mar. 24 nov. 2026 à ${hour}, Théâtre des Mariniers <validation@theatre-des-mariniers.example> a`,
        'écrit :',
        '',
        ...lines,
      ].join('\n');
    case 'outlook':
      return [
        '________________________________',
        'De : Théâtre des Mariniers',
        `Envoyé : mardi 24 novembre 2026 ${hour}`,
        'À : Billetterie',
        'Objet : Justificatifs à vérifier',
        '',
        original,
      ].join('\n');
  }
}
