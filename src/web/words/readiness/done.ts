import type { ReadinessStep } from '../../../domain/sale/missing-step';
import { isReviewed, offeredTariffs } from '../../../domain/sale/readiness';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';
import { mailboxBesides, type Service } from '../../../domain/sale/service-check';
import { listed } from '../../../domain/listed';
import type { Calendar } from '../../../wording/dates';
import { say, typeset } from '../../../wording/typography';

/** What is done, for the eye of the office. */
export function doneWords(step: ReadinessStep, facts: ReadinessFacts, calendar: Calendar): string {
  return DONE[step](facts, calendar);
}

const DONE: Readonly<Record<ReadinessStep, (facts: ReadinessFacts, calendar: Calendar) => string>> = {
  'till-operator': () => 'Les encaissements en ligne y sont regroupés.',
  'sales-channel': () => 'Les commandes et les clients venus du site s’y retrouvent.',
  'payment-method': (facts, calendar) => `Relié au prestataire de paiement. ${checked(facts, calendar, ['payment'])}`,
  'delivery-methods': ({ deliveryMethods, rule }) =>
    sentence(
      deliveryMethods.filter(({ code }) => !rule || rule.deliveryMethods.includes(code)).map(({ name }) => typeset(`« ${name.fr} »`)),
    ),
  tariffs: (facts) => sentence(offeredTariffs(facts).map(({ name }) => name.fr)),
  'price-grid': ({ grid }) => gridWords(grid),
  places: (facts) => placesWords(facts),
  'ticket-template': ({ seating }) =>
    seating === 'numbered' ? 'Une maquette numérotée est prête.' : 'Une maquette en placement libre est prête.',
  'sale-rule': ({ rule }, calendar) =>
    rule
      ? say`Du ${calendar.date(rule.opensAt)} au ${calendar.date(rule.closesAt)} à ${calendar.time(rule.closesAt)}, ${rule.maxSeats} places au plus par commande.`
      : '',
  mentions: () => 'Exploitant, licence, taux de TVA, série de numéros : tout figure sur le billet.',
  'legal-pages': () => 'Le lieu a écrit les siennes.',
  dates: () => 'La séance est à venir, et la salle est libre à cette heure.',
  reviewers: (facts) =>
    isReviewed(facts)
      ? say`${listed(facts.review.reviewers, 'fr')} ; les alertes vont à ${facts.review.escalationAddress}.`
      : 'Rien à vérifier : aucun tarif de cette séance ne demande de justificatif en ligne.',
  replies: (facts, calendar) =>
    isReviewed(facts)
      ? say`${whereTo(facts)}, et l’on sait de qui elles viennent. ${checked(facts, calendar, ['inbox'])}`
      : 'Aucune réponse n’est attendue par e-mail.',
  servers: (facts, calendar) => say`Les lettres partent et les commandes sont suivies. ${checked(facts, calendar, ['letters', 'stories'])}`,
};

function whereTo({ services, review: { inboxAddress } }: ReadinessFacts): string {
  const mailbox = mailboxBesides(services, inboxAddress);
  return mailbox === undefined
    ? `Elles arrivent à ${inboxAddress}`
    : `Elles partent à ${inboxAddress}, que la boîte relevée (${mailbox}) doit recevoir`;
}

/** The oldest of the answers: all hold at least since then. */
function checked({ services }: ReadinessFacts, calendar: Calendar, which: readonly Service[]): string {
  const [at] = services
    .filter(({ service }) => which.includes(service))
    .map((check) => check.at)
    .toSorted();
  return at === undefined ? '' : say`Vérifié le ${calendar.moment(at)}.`;
}

/** When a server that is missing was last heard; empty where it never was. */
export function lastHeard({ services }: ReadinessFacts, calendar: Calendar, service: Service): string | undefined {
  const check = services.find((one) => one.service === service);
  if (!check) return undefined;
  const tried = say`Dernier essai le ${calendar.moment(check.at)}`;
  return check.okAt === undefined ? `${tried}.` : say`${tried} ; dernière bonne réponse le ${calendar.moment(check.okAt)}.`;
}

function gridWords(grid: ReadinessFacts['grid']): string {
  const priced = grid.filter(({ price }) => price !== null).length;
  const unsold = grid.length - priced;
  if (unsold === 0) return say`Un prix dans chaque case : ${priced} en tout.`;
  return say`${priced} prix ; ${unsold === 1 ? 'une case ne se vend pas' : `${unsold} cases ne se vendent pas`}.`;
}

function sentence(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  return `${[first, ...rest.map((name) => name.charAt(0).toLowerCase() + name.slice(1))].join(', ')}.`;
}

function placesWords({ places, rule }: ReadinessFacts): string {
  const all = places.reduce((sum, { count }) => sum + count, 0);
  const own = places.filter(({ allocation }) => allocation === rule?.allocation).reduce((sum, { count }) => sum + count, 0);
  if (rule?.allocation !== undefined) return say`Réserve « ${rule.allocation} » : ${own} places sur ${all}.`;
  if (own < all) return say`Aucune réserve : la vente en ligne et le guichet partagent ${own} places sur ${all}.`;
  return say`Aucune réserve : la vente en ligne et le guichet partagent les ${all} places.`;
}
