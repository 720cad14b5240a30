import { isMemberNumber } from '../../domain/sale/basket';
import { randomUUID } from 'node:crypto';
import type { Language } from '../../domain/language';
import { LANGUAGES } from '../../domain/language';
import { readMailAddress } from '../../domain/mail-address';
import { probablyMeant } from '../../domain/mail-address-hint';
import { isPersonName } from '../../domain/person-name';
import type { Offer, OfferedTariff } from '../../domain/sale/offer';
import { z } from 'zod';
import { say } from '../../wording/typography';
import type { Fault } from './fault';
import type { SessionBasket, TypedDetails } from './session-basket';

/** What was sent with the contact details; kept as it is while something is put right. */
export interface Details extends TypedDetails {
  readonly basket: string;
  /** `shownBasket` of the page that was filled in. */
  readonly shown: string;
  readonly total: number;
  /** The print of the terms that stood behind the box, where it was ticked. */
  readonly terms: string;
  readonly accepts: boolean;
  /** The address about which the page has asked whether it is meant. */
  readonly emailSeen: string;
}

const Form = z.looseObject({
  basket: z.uuid().catch(() => randomUUID()),
  shown: z.string().max(64).catch(''),
  total: z.coerce.number().int().catch(-1),
  terms: z.string().max(64).catch(''),
  accept: z.literal('yes').optional().catch(undefined),
  name: z.string().trim().max(120).catch(''),
  email: z.string().trim().max(320).catch(''),
  seen: z.string().max(320).catch(''),
});
const Line = z.string().trim().max(120).catch('');

export function readDetails(body: unknown, { seats }: { readonly seats: readonly unknown[] }): Details {
  const form = Form.parse(body ?? {});
  const lines = (field: string) => seats.map((_, index) => Line.parse(form[`${field}-${index + 1}`] ?? ''));
  const { basket, shown, total, terms, accept, name, email, seen } = form;
  const typed = { basket, shown, total, terms, accepts: accept === 'yes', name, email, emailSeen: seen };
  return { ...typed, holders: lines('holder'), members: lines('member') };
}

/** Who buys and who comes, as far as it was typed: kept on the way back to the basket. */
export function typedIn(body: unknown, basket: { readonly seats: readonly unknown[] }): TypedDetails {
  const { name, email, holders, members } = readDetails(body, basket);
  return { name, email, holders, members };
}

/** A form that was not sent yet, with what this browser has typed before. */
export function unsent({ id, seats }: SessionBasket, typed: TypedDetails | undefined): Details {
  const { name = '', email = '', holders = [], members = [] } = typed ?? {};
  const lines = (before: readonly string[]) => seats.map((_, index) => before[index] ?? '');
  const blank = { basket: id, shown: '', total: 0, terms: '', accepts: false, emailSeen: '' };
  return { ...blank, name, email, holders: lines(holders), members: lines(members) };
}

/** In which language the terms stood behind the box. */
export function languageOfTerms(print: string): Language | undefined {
  return LANGUAGES.find((language) => print.startsWith(`${language}-`));
}

/** Whose name stands on the ticket. */
export function holderOf({ holders, name }: Details, index: number): string {
  const holder = holders[index] ?? '';
  return holder === '' ? name : holder;
}

/** Each fault names its field, and says how to put it right. */
export function faultsIn(offer: Offer, { seats }: SessionBasket, details: Details, language: Language): readonly Fault[] {
  const words = WORDS[language];
  const faults: Fault[] = [];
  if (!isPersonName(details.name)) faults.push({ field: 'name', words: words.name });
  if (readMailAddress(details.email) === undefined) faults.push({ field: 'email', words: words.email });
  const meant = probablyMeant(details.email);
  if (meant !== undefined && details.emailSeen !== details.email) faults.push(questionAbout(details.email, words.meant(meant)));
  seats.forEach(({ tariff }, index) => {
    const no = index + 1;
    const sold = offer.tariffs.find(({ code }) => code === tariff);
    const holder = details.holders[index] ?? '';
    if (holder !== '' && !isPersonName(holder)) faults.push({ field: `holder-${no}`, words: words.holder(no) });
    const whose = holder === '' && sold ? whoseName(sold) : undefined;
    if (whose !== undefined) faults.push({ field: `holder-${no}`, words: words[whose](no) });
    if (sold?.memberNumber && !isMemberNumber(details.members[index] ?? ''))
      faults.push({ field: `member-${no}`, words: words.member(no) });
  });
  if (!details.accepts) faults.push({ field: 'accept', words: words.accept });
  return faults;
}

/** Where the buyer’s own name cannot stand for it. */
function whoseName({ companionship, needsProof, forMinors }: OfferedTariff): 'companion' | 'reducedHolder' | 'minor' | undefined {
  if (needsProof) return companionship === 'companion' ? 'companion' : 'reducedHolder';
  return forMinors ? 'minor' : undefined;
}

function questionAbout(email: string, words: string): Fault {
  return { field: 'email', words, asksAbout: email };
}

const WORDS = {
  fr: {
    name: 'Écrivez vos nom et prénom.',
    email: 'Écrivez une adresse e-mail complète, par exemple camille@courriel.example : vos billets y partiront.',
    meant: (address: string) => say`Vouliez-vous écrire ${address} ? Corrigez, ou payez si l’adresse est bien celle-ci.`,
    holder: (no: number) => say`Place ${no} : écrivez le nom avec des lettres, sur une ligne.`,
    reducedHolder: (no: number) => say`Place ${no} : écrivez le nom de la personne qui viendra, comme sur son justificatif.`,
    companion: (no: number) => say`Place ${no} : écrivez le nom de la personne qui accompagne.`,
    minor: (no: number) => say`Place ${no} : écrivez le nom de l’enfant ou du jeune qui viendra.`,
    member: (no: number) => say`Place ${no} : écrivez le numéro d’adhérent, de 2 à 40 lettres et chiffres.`,
    accept: 'Lisez les conditions de vente et cochez votre accord.',
  },
  en: {
    name: 'Write your name.',
    email: 'Write a whole e-mail address, for example camille@courriel.example: your tickets will be sent to it.',
    meant: (address: string) => `Did you mean ${address}? Correct it, or pay if the address is right.`,
    holder: (no: number) => `Ticket ${no}: write the name with letters, on one line.`,
    reducedHolder: (no: number) => `Ticket ${no}: write the name of the person who will come, as on their proof.`,
    companion: (no: number) => `Ticket ${no}: write the name of the companion.`,
    minor: (no: number) => `Ticket ${no}: write the name of the child or young person who will come.`,
    member: (no: number) => `Ticket ${no}: write the member number, 2 to 40 letters and figures.`,
    accept: 'Read the terms of sale and tick your agreement.',
  },
};
