import type { Refusal } from '../../domain/refusal';
import type { Visit } from '../visit';
import { tooManyCompanions } from '../words/companions';
import { refusalWords } from '../words/refusals';
import { say } from '../../wording/typography';

/** Why the shop cannot do it, with what is known of the case: how many, until when, whom to call. */
export function refusedWords(visit: Visit, refusal: Refusal): string {
  const words = WORDS[visit.language];
  const { code, detail } = refusal;
  const max = Number(detail['max']);
  if (code === 'too-many-held') return tooManyHeld(visit, refusal);
  if (code === 'too-many-seats') return detail['tariff'] === undefined ? words.tooMany(max) : words.tooManyHere(max);
  if (code === 'tariff-not-offered') return words.offeredNoMore;
  if (code === 'performance-not-found') return words.soldNoMore;
  if (code === 'too-few-seats') return words.tooFew(Number(detail['min']));
  return (tooManyCompanions(refusal) ?? refusalWords(code).words)[visit.language];
}

/** Of a seat that was to leave the basket. */
export function staysWords(visit: Visit, refusal: Refusal): string {
  const first = refusal.code === 'companion-without-holder' ? ` ${WORDS[visit.language].companionFirst}` : '';
  return `${refusedWords(visit, refusal)}${first}`;
}

function tooManyHeld({ language, calendar, house }: Visit, { detail }: Refusal): string {
  const words = WORDS[language];
  const { scope, until } = detail;
  const why = scope === 'session' ? words.heldByYou : scope === 'address' ? words.heldByAddress : words.heldHere;
  const back = typeof until === 'string' ? words.back(calendar.time(until)) : '';
  return [why(Number(detail['held']), Number(detail['max'])), back, house ? words.call(house.phone.replaceAll(' ', '\u00a0')) : '']
    .filter(Boolean)
    .join(' ');
}

const places = (count: number) => (count > 1 ? say`${count} places` : say`${count} place`);
const seats = (count: number) => `${count} ${count > 1 ? 'seats' : 'seat'}`;

const WORDS = {
  fr: {
    tooMany: (max: number) => say`Une commande compte ${places(max)} au plus. Pour un groupe, appelez-nous.`,
    tooManyHere: (max: number) => say`Une commande compte ${places(max)} au plus à ce tarif.`,
    companionFirst: 'Retirez d’abord la place de l’accompagnateur, puis celle-ci.',
    offeredNoMore: 'Ce tarif n’est plus proposé pour cette séance.',
    soldNoMore: 'Cette séance n’est plus en vente en ligne.',
    tooFew: (min: number) => say`Ce tarif demande au moins ${places(min)} dans la commande.`,
    heldByYou: (held: number, max: number) =>
      say`Vous gardez déjà ${places(held)} sans paiement, et ${max} au plus peuvent l’être. Payez vos commandes, ou laissez-les, avant d’en choisir d’autres.`,
    heldHere: (held: number, max: number) =>
      say`Depuis votre connexion, ${places(held)} de cette séance ${held > 1 ? 'sont déjà gardées' : 'est déjà gardée'} sans paiement, et ${max} au plus peuvent l’être à la fois.`,
    heldByAddress: (held: number, max: number) =>
      say`Depuis votre connexion, ${places(held)} ${held > 1 ? 'sont déjà gardées' : 'est déjà gardée'} sans paiement, et ${max} au plus peuvent l’être à la fois.`,
    back: (time: string) => `Les premières reviennent à la vente à ${time} si personne ne les paie.`,
    call: (phone: string) => say`Vous êtes un groupe, une école ? Appelez-nous au ${phone} : nous gardons vos places.`,
  },
  en: {
    tooMany: (max: number) => `One order holds at most ${seats(max)}. For a group, call us.`,
    tooManyHere: (max: number) => `An order holds at most ${seats(max)} at this tariff.`,
    companionFirst: 'Remove the companion’s ticket first, then this one.',
    offeredNoMore: 'This tariff is no longer offered for this performance.',
    soldNoMore: 'This performance is no longer on sale online.',
    tooFew: (min: number) => `This tariff asks for at least ${seats(min)} in the order.`,
    heldByYou: (held: number, max: number) =>
      `You already keep ${seats(held)} unpaid, and at most ${max} can be. Pay for your orders, or give them back, before you choose others.`,
    heldHere: (held: number, max: number) =>
      `From your connection, ${seats(held)} of this performance ${held > 1 ? 'are' : 'is'} already kept unpaid, and at most ${max} can be at a time.`,
    heldByAddress: (held: number, max: number) =>
      `From your connection, ${seats(held)} ${held > 1 ? 'are' : 'is'} already kept unpaid, and at most ${max} can be at a time.`,
    back: (time: string) => `The first of them go back on sale at ${time} if nobody pays for them.`,
    call: (phone: string) => `Are you a group or a school? Call us on ${phone}: we keep seats for you.`,
  },
};
