import type { Language } from '../../domain/language';
import type { AnsweredMail, LetterFacts } from '../../ports/mail/letters';
import type { Block, Draft, Text } from '../letter';
import { paragraph } from '../letter';
import { passage } from '../passage';
import { explanation } from './explanations';
import { customerAndOrder, orderLines } from '../wording/order-heads';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { formsAsked, seatsWritten } from './seats-asked';
import { toReviewer } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    annonce: PARTS.news,
    lu: { means: { fr: 'ce qui n’a pas été compris', en: 'what was not understood' }, block: true, required: true },
    dossier: {
      ...PARTS.file,
      means: {
        fr: 'la commande et les réponses possibles, quand elle est connue',
        en: 'the order and the possible answers, when it is known',
      },
    },
    bouton: PARTS.button,
  },
  text: {
    fr: '{annonce}\n\n{lu}\n\n{dossier}\n\n{bouton}',
    en: '{annonce}\n\n{lu}\n\n{dossier}\n\n{bouton}',
  },
} as const satisfies TextSheet;

/** To a mail that was not applied: why, that nothing has changed, and where to decide. */
export const answer: LetterFile = {
  body: BODY,
  write,
  preview: toReviewer({
    about: { mail: 1, review: 1 },
    mail: {
      subject: 'Re: Justificatifs à vérifier',
      messageId: 'apercu@lieu.example',
      verdict: 'unclear',
      notUnderstood: 'oui mais il manque le nom',
    },
  }),
};

function write(facts: LetterFacts, writing: Writing): Draft {
  const { language, mail, order } = facts;
  if (!mail) throw new TypeError('There is no mail to answer.');
  const words = WORDS[language];
  const told = explanation(facts, mail.verdict);
  const about = order ? customerAndOrder(order, language) : { name: mail.subject, after: '' };
  return {
    subject: subjectLine(`${told.need[language]}${words.colon}`, about.name, about.after),
    blocks: [
      { kind: 'title', text: told.title[language] },
      ...passage(BODY, facts, {
        annonce: told.why,
        lu: notUnderstood(mail, language),
        dossier: order ? aboutOrder({ ...facts, order }, told.forms) : [],
        bouton: desk(facts, writing),
      }),
    ],
    foot: order ? staffFoot({ ...facts, order }) : [`${writing.house.name}, ${writing.house.email}`],
  };
}

function notUnderstood(mail: AnsweredMail, language: Language): readonly Block[] {
  if (!mail.notUnderstood) return [];
  const line: Text = `« ${mail.notUnderstood} »`;
  return [paragraph(WORDS[language].read), { kind: 'quote', tone: 'calm', lines: [language === 'fr' ? line : `“${mail.notUnderstood}”`] }];
}

function aboutOrder(facts: OrderFacts, forms: boolean): readonly Block[] {
  const { order, language } = facts;
  const written: readonly Block[] = [{ kind: 'heading', text: WORDS[language].forms }, formsAsked(facts)];
  return [orderLines(order, language), ...(forms && seatsWritten(facts).length > 0 ? written : [])];
}

function desk({ order, language }: LetterFacts, { links }: Writing): readonly Block[] {
  return [{ kind: 'button', link: { label: WORDS[language].desk, href: order ? links.desk() : links.deskMails() } }];
}

const fr = {
  colon: ' : ',
  read: 'Voici ce que nous n’avons pas compris :',
  forms: 'Ce que nous savons lire',
  desk: 'Répondre au guichet',
};
const en: typeof fr = { colon: ': ', read: 'This is what we did not understand:', forms: 'What we can read', desk: 'Answer at the desk' };
const WORDS: Record<Language, typeof fr> = { fr, en };
