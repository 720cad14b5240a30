import type { Knex } from 'knex';
import { SHOP_SHEETS } from '../../domain/texts/shop-sheets';
import { LANGUAGES } from '../../domain/language';
import { PAGE_TEXTS, type PageText } from '../../domain/texts/text-kind';
import { insertMissing } from './insert-missing';

/** What only a venue can know of itself, invented like the venue. */
export async function seedLegalPages(knex: Knex, { venueId, now }: { readonly venueId: number; readonly now: string }): Promise<void> {
  const pages = PAGE_TEXTS.flatMap((kind) =>
    LANGUAGES.map((language) => ({ venue_id: venueId, kind, language, version: 1, text: TEXTS[kind][language] })),
  );
  await insertMissing(knex, 'venue_texts', ['venue_id', 'language', 'kind'], pages);
  const versions = pages.map((page) => ({ ...page, restored: null, actor: 'system', door: 'system', at: new Date(now) }));
  await insertMissing(knex, 'venue_text_versions', ['venue_id', 'kind', 'language', 'version'], versions);
}

const ASKED = {
  fr: '{lieu} n’a pas encore écrit ici lequel : demandez-le à la billetterie.',
  en: '{lieu} has not written here yet which one: ask the box office.',
};
const MEDIATOR = {
  fr: 'Médiation des Gabares, 12 rue de l’Écluse, Valcour-sur-Loire, mediation-des-gabares.example',
  en: 'Médiation des Gabares, 12 rue de l’Écluse, Valcour-sur-Loire, mediation-des-gabares.example',
};

const TEXTS: Readonly<Record<PageText, { readonly fr: string; readonly en: string }>> = {
  'terms-of-sale': {
    fr: SHOP_SHEETS['terms-of-sale'].text.fr.replace(ASKED.fr, `Le nôtre : ${MEDIATOR.fr}.`),
    en: SHOP_SHEETS['terms-of-sale'].text.en.replace(ASKED.en, `Ours: ${MEDIATOR.en}.`),
  },
  'legal-notice': {
    fr: `# Éditeur

{organisateur}, {adresse}. Téléphone : {téléphone}. E-mail : {e-mail}.

# Licences d’entrepreneur de spectacles

{licences}

# Publication

Directrice de la publication : Anne Le Goff, directrice du {lieu}.

# Hébergement

Hébergeurs du Halage, 3 chemin du Halage, Valcour-sur-Loire, 02 61 91 40 99.

# Médiation

${MEDIATOR.fr}.`,
    en: `# Publisher

{organisateur}, {adresse}. Telephone: {téléphone}. E-mail: {e-mail}.

# Licences of the organizer

{licences}

# Publication

Director of the publication: Anne Le Goff, director of {lieu}.

# Host

Hébergeurs du Halage, 3 chemin du Halage, Valcour-sur-Loire, 02 61 91 40 99.

# Mediator

${MEDIATOR.en}.`,
  },
};
