import type { ReadMail } from '../read-mail';

/** A mail client sent a sign for its user, as one does in a chat: that is no answer to a question about seats. */
export function isReaction({ text, attachments }: Pick<ReadMail, 'text' | 'attachments'>): boolean {
  return (
    attachments.some((type) => type.includes('email-reaction')) ||
    text.split('\n', MOST_LINES).some((line) => REACTIONS.some((one) => one.test(line.trim())))
  );
}

const MOST_LINES = 12;
const NAME = String.raw`^[\p{L}][\p{L}\p{M}\d .,'’()<>@-]{0,100}?`;

const REACTIONS: readonly RegExp[] = [
  new RegExp(
    String.raw`${NAME} (?:a r[ée]agi|reacted|hat reagiert|reaccion[óo]|ha reagito|reagiu|heeft gereageerd|reagerade|reagerte|reagerede|zareagowa[łl]a?)\b.{0,40}(?:via gmail|to your|[àa] (?:votre|ton)|message|nachricht|mensaje|messaggio|bericht|:$)`,
    'iu',
  ),
  /^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|a (?:aim[ée]|ador[ée]|ri [àa])|n['’]a pas aim[ée]|a (?:mis en [ée]vidence|soulign[ée])|s['’]est interrog[ée]e? (?:sur|à propos de)|reacted .{1,12} to) [“"«]/iu,
  /^\p{Extended_Pictographic}\uFE0F? .{1,80} (?:a r[ée]agi|reacted)\b/iu,
];
