/** Every address of the site, once: routers mount these patterns, pages and letters fill them in. */
export const ROUTES = {
  home: '/',
  show: '/spectacles/:show',
  performance: '/seances/:performance',
  basket: '/panier',
  basketPlan: '/panier/plan',
  basketLonger: '/panier/prolonger',
  basketAgain: '/panier/reprendre',
  basketLeave: '/panier/vider',
  basketReplaced: '/panier/precedent',
  basketSeat: '/panier/places/:seat/retirer',
  basketDetails: '/panier/coordonnees',
  assets: '/assets',
  venueLogo: '/lieu/logo',
  logoOfVenue: '/lieux/:venue/logo',
  alive: '/livez',
  ready: '/readyz',
  personalData: '/donnees-personnelles',
  termsOfSale: '/conditions-de-vente',
  legalNotice: '/mentions-legales',
  venueTerms: '/lieux/:venue/conditions-de-vente',
  venueNotice: '/lieux/:venue/mentions-legales',
  accessibility: '/accessibilite',
  securityText: '/.well-known/security.txt',

  customerLink: '/c/:secret',
  signInLink: '/entrer/:secret',
  signOut: '/quitter',
  findOrder: '/mes-billets',
  order: '/commande/:reference',
  orderReturn: '/commande/:reference/retour',
  orderPay: '/commande/:reference/payer',
  orderToBasket: '/commande/:reference/panier',
  upload: '/commande/:reference/places/:seat/justificatif',
  withdraw: '/commande/:reference/places/:seat/retirer',
  door: '/commande/:reference/places/:seat/accueil',
  payDifference: '/commande/:reference/places/:seat/difference',
  ticket: '/commande/:reference/places/:seat/billet.pdf',
  tickets: '/commande/:reference/billets.pdf',
  ticketsAgain: '/commande/:reference/billets/renvoyer',
  correctAddress: '/commande/:reference/adresse',
  calendar: '/commande/:reference/seance.ics',
  thumbnail: '/commande/:reference/justificatifs/:proof',

  desk: '/guichet',
  deskSignIn: '/guichet/entrer',
  deskSignOut: '/guichet/quitter',
  deskInvitation: '/guichet/bienvenue/:secret',
  deskAccount: '/guichet/compte',
  deskAccountPassword: '/guichet/compte/mot-de-passe',
  deskAccountCode: '/guichet/compte/code',
  deskReview: '/guichet/controle/:reference',
  deskUndo: '/guichet/controle/:reference/annuler',
  deskProofPage: '/guichet/controle/:reference/justificatifs/:proof/:page',
  deskProofTurn: '/guichet/controle/:reference/justificatifs/:proof/:page/tourner',
  deskProofFile: '/guichet/controle/:reference/justificatifs/:proof',
  deskMails: '/guichet/courriers',
  deskMail: '/guichet/courriers/:mail',
  deskMailRaw: '/guichet/courriers/:mail/message.eml',
  deskMailApply: '/guichet/courriers/:mail/appliquer',
  deskMailDismiss: '/guichet/courriers/:mail/classer',
  deskSearch: '/guichet/recherche',
  deskSales: '/guichet/mise-en-vente',
  deskSale: '/guichet/mise-en-vente/:performance',
  deskPublish: '/guichet/mise-en-vente/:performance/mettre-en-ligne',
  deskUnpublish: '/guichet/mise-en-vente/:performance/retirer',
  deskMakeStep: '/guichet/mise-en-vente/:performance/etapes/:step',
  deskSaleRules: '/guichet/mise-en-vente/:performance/regles',
  deskSaleRule: '/guichet/mise-en-vente/:performance/regles/:channel',
  deskSaleRuleRemove: '/guichet/mise-en-vente/:performance/regles/:channel/retirer',
  deskAllocations: '/guichet/mise-en-vente/:performance/reserves',
  deskAllocationMove: '/guichet/mise-en-vente/:performance/reserves/deplacer',
  deskOrder: '/guichet/commandes/:reference',
  deskRefund: '/guichet/commandes/:reference/remboursement',
  deskDifference: '/guichet/commandes/:reference/difference',
  deskDifferenceBack: '/guichet/commandes/:reference/difference/rendre',
  deskOrderAddress: '/guichet/commandes/:reference/adresse',
  deskOrderLink: '/guichet/commandes/:reference/lien',

  checkIn: '/controle',
  checkInScript: '/controle/hors-ligne.js',
  checkInHouse: '/controle/:performance',
  checkInEntries: '/controle/:performance/entrees',
  checkInTakeBack: '/controle/:performance/entrees/:entry/reprendre',
  checkInList: '/controle/:performance/liste.json',

  deskTemplates: '/guichet/reglages/maquettes',
  deskTemplate: '/guichet/reglages/maquettes/:code/:seating',
  deskTemplatePdf: '/guichet/reglages/maquettes/:code/:seating/apercu.pdf',
  deskTemplatePng: '/guichet/reglages/maquettes/:code/:seating/apercu.png',
  deskTemplatePicture: '/guichet/reglages/maquettes/:code/:seating/images/:picture',
  deskTemplateNoPicture: '/guichet/reglages/maquettes/:code/:seating/images/:picture/retirer',
  deskTill: '/guichet/caisse',
  deskTillHouse: '/guichet/caisse/:performance',
  deskTillSold: '/guichet/caisse/vendu/:reference',
  deskTickets: '/guichet/commandes/:reference/billets.pdf',
  deskStatistics: '/guichet/statistiques',
  deskStatisticsFile: '/guichet/statistiques/ventes.csv',

  deskSettings: '/guichet/reglages',
  deskStaff: '/guichet/reglages/comptes',
  deskStaffDeed: '/guichet/reglages/comptes/:staff/:deed',
  deskKeys: '/guichet/reglages/cles',
  deskKeyDeed: '/guichet/reglages/cles/:key/:deed',
  deskTexts: '/guichet/reglages/textes',
  deskText: '/guichet/reglages/textes/:kind/:textLanguage',
  deskTextPreview: '/guichet/reglages/textes/:kind/:textLanguage/apercu',
  deskTextReset: '/guichet/reglages/textes/:kind/:textLanguage/origine',
  deskTextVersion: '/guichet/reglages/textes/:kind/:textLanguage/versions/:version',
  deskProofSettings: '/guichet/reglages/justificatifs',
  deskDelays: '/guichet/reglages/delais',
  deskAddresses: '/guichet/reglages/adresses',
  deskReplies: '/guichet/reglages/reponses',
  deskReviewers: '/guichet/reglages/adresses/personnes',
  deskReviewer: '/guichet/reglages/adresses/personnes/:reviewer',
  deskReviewerRetire: '/guichet/reglages/adresses/personnes/:reviewer/retirer',

  paymentNotification: '/hooks/payments/:provider',
  providerPages: '/bac-a-sable',
  api: '/api',
} as const;

export type RouteName = keyof typeof ROUTES;

type ParamsIn<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never;

export type ParamsOf<Name extends RouteName> = Readonly<Record<ParamsIn<(typeof ROUTES)[Name]>, string | number>>;

/** The address of a page, with its parameters and, where there are some, its query. */
export function pathOf<Name extends RouteName>(
  name: Name,
  ...[params, query]: ParamsIn<(typeof ROUTES)[Name]> extends never
    ? [params?: undefined, query?: Readonly<Record<string, string | number>>]
    : [params: ParamsOf<Name>, query?: Readonly<Record<string, string | number>>]
): string {
  const values: Readonly<Record<string, string | number>> = params ?? {};
  const path = ROUTES[name].replaceAll(/:(\w+)/g, (_, key: string) => encodeURIComponent(values[key] ?? ''));
  const pairs = Object.entries(query ?? {}).map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** A page for people of the venue. */
export function isOfTheDesk({ path }: { readonly path: string }): boolean {
  return [ROUTES.desk, ROUTES.checkIn].some((staffOnly) => path === staffOnly || path.startsWith(`${staffOnly}/`));
}
