import type { SeatNo } from '../../domain/decision/decision';
import type { Language } from '../../domain/language';
import type { Block } from '../letter';
import { places, thePlaces } from './seats';

/** The five forms that an answer in writing may take; the inbox reads them (reading/meaning). `atDesk`: asked too, but decided there alone. */
export function replyForms(seats: readonly SeatNo[], language: Language, atDesk: readonly SeatNo[]): Block {
  const first = seats[0] ?? 1;
  const last = seats.at(-1) ?? first;
  const { yes, no, more, door } = WORDS[language];
  const one =
    seats.length > 1
      ? [
          {
            form: `${yes.word} ${last}`,
            meaning: yes.one(
              last,
              seats.filter((seat) => seat !== last),
            ),
          },
        ]
      : [];
  return {
    kind: 'forms',
    rows: [
      { form: yes.word, meaning: atDesk.length > 0 ? yes.written(seats, atDesk) : yes.all },
      ...one,
      { form: `${no.word} ${first} ${no.example}`, meaning: no.meaning },
      { form: `${more.word} ${first} ${more.example}`, meaning: more.meaning },
      { form: `${door.word} ${first}`, meaning: door.meaning },
    ],
  };
}

const fr = {
  yes: {
    word: 'OUI',
    all: 'tout est accepté',
    written: (seats: readonly SeatNo[], atDesk: readonly SeatNo[]) =>
      `${thePlaces(seats, 'fr')} ${seats.length > 1 ? 'sont acceptées' : 'est acceptée'} ; ${thePlaces(atDesk, 'fr')} ${atDesk.length > 1 ? 'se décident' : 'se décide'} au guichet`,
    one: (seat: SeatNo, rest: readonly SeatNo[]) =>
      `la place ${seat} est acceptée, ${rest.length > 1 ? `les ${rest.join(', ')} restent à voir` : `la ${rest.join('')} reste à voir`}`,
  },
  no: { word: 'NON', example: 'périmé', meaning: 'refusée ; ou illisible, nom différent, page manquante, sans date, mauvais document' },
  more: { word: 'PLUS', example: 'le verso', meaning: 'il nous manque quelque chose' },
  door: { word: 'PORTE', meaning: 'à vérifier à l’entrée' },
};
const en: typeof fr = {
  yes: {
    word: 'YES',
    all: 'all is accepted',
    written: (seats, atDesk) =>
      `${places(seats, 'en')} ${seats.length > 1 ? 'are' : 'is'} accepted; ${places(atDesk, 'en')} ${atDesk.length > 1 ? 'are' : 'is'} decided at the desk`,
    one: (seat, rest) => `ticket ${seat} is accepted, ${rest.join(', ')} ${rest.length > 1 ? 'remain' : 'remains'} to be seen`,
  },
  no: { word: 'NO', example: 'expired', meaning: 'refused; or unreadable, wrong name, page missing, no date, wrong document' },
  more: { word: 'MORE', example: 'the back', meaning: 'we still need something' },
  door: { word: 'DOOR', meaning: 'to be checked at the door' },
};
const WORDS: Record<Language, typeof fr> = { fr, en };
