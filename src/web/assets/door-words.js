// What the door's page says when it cannot ask, in the language of the page: src/web/check-in/page-words.ts has the sentences.
'use strict';

const words = JSON.parse(door.dataset.words);

function detailOf({ verdict, uid, usedAt, code, listAt, from }) {
  if (verdict === 'too-early') return say('tooEarly', { date: dateWords(from) });
  if (verdict === 'not-checked') return listAt ? words.notChecked : words.noList;
  if (verdict === 'not-on-the-list') return listAt ? say('notOnTheList', { time: clock(listAt) }) : words.noList;
  if (verdict === 'other-performance') return say('ofAnother', { date: dateWords(code.startsAt) });
  return usedAt ? say('enteredAt', { uid, time: clock(usedAt) }) : uid.slice(0, 40);
}

/** To compare with the paper: nothing here names anybody. */
function seatWords({ uid, number, category, place, initials }, compared) {
  const seat = [category, place ? say('place', place) : words.free].join(', ');
  if (!compared) return seat;
  const digits = String(number)
    .padStart(6, '0')
    .replace(/(?=(?:\d{3})+$)\B/g, '\u00a0');
  return [say('numbers', { number: digits, uid }), say('initials', { initials }), seat].join('\u00a0· ');
}

function say(name, facts) {
  return words[name].replaceAll(/\{(\w+)\}/g, (_hole, fact) => facts[fact]);
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' }[door.lang];

/** The venue's time, wherever the device believes to be; as src/web/words/dates.ts says it. */
function clock(at) {
  const how = { hour: 'numeric', minute: '2-digit', hour12: door.lang === 'en', timeZone: door.dataset.zone };
  const time = new Date(at).toLocaleTimeString(LOCALE, how).replace(/^0(?=\d)/, '');
  return door.lang === 'fr'
    ? time.replace(/:(00)?/, (_sign, noMinutes) => `\u00a0h${noMinutes ? '' : '\u00a0'}`)
    : time.replace(/:(00)?/, (_sign, noMinutes) => (noMinutes ? '' : '.')).replace(/\s(?=[ap]m)/, '\u00a0');
}

function dateWords(at) {
  const day = new Date(at).toLocaleDateString(LOCALE, { weekday: 'long', day: 'numeric', month: 'long', timeZone: door.dataset.zone });
  return `${day.replace(',', '')}, ${clock(at)}`;
}
