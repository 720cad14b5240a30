import { deName } from '../../domain/first-letter';
import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { quiet } from '../letter';
import { passage } from '../passage';
import { decisionsPhrase } from '../wording/decisions';
import { customerAndOrder, orderLines, sentence, statesPhrase } from '../wording/order-heads';
import { calendarFor } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { staffFoot } from '../wording/venue';
import type { OrderFacts, Writing } from '../writing';
import { REFUSED, toReviewer } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';
import { ORDER_FIELDS, PARTS } from '../../domain/texts/field';
import type { TextSheet } from '../../domain/texts/field';

const BODY = {
  fields: {
    ...ORDER_FIELDS,
    annonce: PARTS.news,
    dossier: PARTS.file,
    auteur: { means: { fr: 'qui avait répondu', en: 'who had answered' }, block: true },
    bouton: PARTS.button,
  },
  text: {
    fr: '{annonce}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
    en: '{annonce}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
  },
} as const satisfies TextSheet;

/** A decision was taken back in time: nothing has left. */
export const undone: LetterFile = {
  body: BODY,
  write: ofOrder(write),
  preview: toReviewer({ about: { command: 'apercu' }, decision: REFUSED }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, decision } = facts;
  const words = WORDS[language];
  const { name, after } = customerAndOrder(order, language);
  const asked = order.seats.filter((seat) => seat.tariff.needsProof);
  const by = decision ? words.who(decision.byName, calendarFor(order, language).time(decision.at)) : undefined;
  const was = decision && decision.decisions.length > 0 ? `${words.was} ${decisionsPhrase(decision.decisions, language)}.` : '';
  return {
    subject: subjectLine(words.need, name, after),
    blocks: [
      { kind: 'title', text: words.title },
      ...passage(BODY, facts, {
        annonce: [words.news, was, sentence(statesPhrase(asked, language))].filter(Boolean).join(' '),
        dossier: [orderLines(order, language)],
        auteur: by ? [quiet(by)] : [],
        bouton: [{ kind: 'button', link: { label: words.desk, href: links.desk() } }],
      }),
    ],
    foot: staffFoot(facts),
  };
}

const fr = {
  need: 'Annulé, rien n’est parti : ',
  title: 'La décision est annulée',
  news: 'Rien n’est parti, ni billet ni réponse au spectateur.',
  was: 'Elle disait :',
  who: (name: string, time: string) => `Elle venait ${deName(name)}, à ${time}.`,
  desk: 'Ouvrir au guichet',
};
const en: typeof fr = {
  need: 'Taken back, nothing left: ',
  title: 'The decision is taken back',
  news: 'Nothing has left, neither ticket nor answer to the spectator.',
  was: 'It said:',
  who: (name, time) => `It came from ${name}, at ${time}.`,
  desk: 'Open at the desk',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
