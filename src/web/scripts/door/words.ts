import type { LineOfDevice } from '../../check-in/device';
import type { JudgedAlone } from './judged-alone';
import { door, said, words } from './page';

export function detailOf({ verdict, uid, usedAt, startsAt, list }: JudgedAlone): string {
  if (verdict === 'too-early') return list ? say('tooEarly', { date: dateWords(list.from) }) : '';
  if (verdict === 'not-checked') return list ? words.notChecked : words.noList;
  if (verdict === 'not-on-the-list') return list ? say('notOnTheList', { time: clock(list.at) }) : words.noList;
  if (verdict === 'other-performance') return startsAt === undefined ? '' : say('ofAnother', { date: dateWords(startsAt) });
  return usedAt === undefined ? uid.slice(0, 40) : say('enteredAt', { uid, time: clock(usedAt) });
}

/** To compare with the paper: nothing here names anybody. */
export function seatWords({ uid, number, category, place, initials }: LineOfDevice, compared: boolean): string {
  const seat = [category, place ? say('place', place) : words.free].join(', ');
  if (!compared) return seat;
  const digits = String(number)
    .padStart(6, '0')
    .replace(/(?=(?:\d{3})+$)\B/g, '\u00a0');
  return [say('numbers', { number: digits, uid }), say('initials', { initials }), seat].join('\u00a0· ');
}

export function say(name: keyof typeof words, facts: Readonly<Record<string, string | number>>): string {
  return words[name].replaceAll(/\{(\w+)\}/g, (_hole, fact: string) => String(facts[fact]));
}

const isFrench = door.lang === 'fr';
const LOCALE = isFrench ? 'fr-FR' : 'en-GB';

/** The venue's time, wherever the device believes to be; as src/wording/dates.ts says it. */
function clock(at: string): string {
  const how = { hour: 'numeric', minute: '2-digit', hour12: !isFrench, timeZone: said('zone') } as const;
  const time = new Date(at).toLocaleTimeString(LOCALE, how).replace(/^0(?=\d)/, '');
  return isFrench
    ? time.replace(/:(00)?/, (_sign, noMinutes?: string) => `\u00a0h${noMinutes ? '' : '\u00a0'}`)
    : time.replace(/:(00)?/, (_sign, noMinutes?: string) => (noMinutes ? '' : '.')).replace(/\s(?=[ap]m)/, '\u00a0');
}

function dateWords(at: string): string {
  const how = { weekday: 'long', day: 'numeric', month: 'long', timeZone: said('zone') } as const;
  const date = new Date(at).toLocaleDateString(LOCALE, how).replace(',', '');
  return `${isFrench ? date.replace(/ 1 /, ' 1er ') : date}, ${clock(at)}`;
}
