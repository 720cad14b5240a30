/** Where letters lead, in this theatre. */
export const LETTER_PATHS = {
  customer: (secret: string) => `/c/${secret}`,
  signIn: (secret: string) => `/entrer/${secret}`,
  order: (reference: string) => `/commande/${reference}`,
  invitation: (secret: string) => `/guichet/bienvenue/${secret}`,
  account: () => '/guichet/compte',
  desk: (reference: string) => `/guichet/controle/${reference}`,
  deskOrder: (reference: string) => `/guichet/commandes/${reference}`,
  deskMails: () => '/guichet/courriers',
  rights: () => '/donnees-personnelles',
  terms: (venue: number) => `/lieux/${venue}/conditions-de-vente`,
};
