import type { Reason } from '../../domain/decision/reason';

/** What is wrong with a proof, in whole phrases (notation of pattern.ts). Alone, such a phrase is a refusal for this reason, or asks for what is missing. */
export interface ReasonPhrases {
  readonly reason: Reason;
  /** Said of a document: « carte périmée », « le justificatif est illisible », « illisible ». */
  readonly said?: readonly string[];
  /** Complete by themselves: « le nom ne correspond pas ». */
  readonly whole?: readonly string[];
  /** Complete by themselves, and something is missing: « il manque le verso ». Alone, such a phrase asks for it. */
  readonly missing?: readonly string[];
}

export const REASON_PHRASES: readonly ReasonPhrases[] = [
  {
    reason: 'unreadable',
    said: [
      'illisibles?|floue?s?|(?:pas|non|peu) (?:{very} |assez |vraiment )?(?:lisibles?|nettes?|nets?|exploitables?)',
      'mal scannee?s?|(?:trop )?sombres?|coupee?s?|tronquee?s?|pixelisee?s?',
      'unreadable|illegible|blurry|blurred|not (?:readable|legible|clear)|too dark|cut off',
    ],
    whole: [
      "(?:n'est|ne sont) pas (?:lisibles?|nettes?)",
      "(?:(?:on|je) )?(?:ne |n' )?(?:voit|vois|lit|lis|distingue|arrive|arrives|peut|peux) (?:pas|rien)" +
        "(?: (?:bien|a lire|lire|a l'ouvrir|grand-chose|du tout|(?:{det} )?(?:image|contenu|texte)|{thing})){0,3}",
      "impossible (?:a|de|d') ?(?:lire|l'ouvrir|ouvrir|dechiffrer)(?: {thing})?|(?:{thing} )?ne s'ouvre(?:nt)? pas",
      '(?:{det} )?fichier (?:{is} )?(?:vide|corrompu|endommage)',
      "(?:i )?(?:can't|cannot|can not) (?:read|see|open)(?: (?:it|{thing}))?",
    ],
  },
  {
    reason: 'expired-document',
    said: [
      'perimee?s?|expiree?s?|expires|plus (?:valables?|valides?|a jour)|(?:pas|non) a jour|obsoletes?|depassee?s?',
      "trop (?:ancienn?e?s?|vieux|vieilles?)|(?:de )?plus de {count} (?:mois|ans?|jours?)|de l'an(?:nee)? (?:derniere|passee|precedente)",
      'expired|out of date|outdated|no longer valid|not up to date|(?:older than|more than) {count} months(?: old)?|too old',
    ],
    whole: [
      "{thing} (?:n'est|ne sont) plus (?:valables?|valides?|a jour)|n'est plus (?:valable|valide|a jour)",
      '{thing} (?:a|ont|date|datent|datee?) (?:de )?plus de {count} (?:mois|ans?)|{thing} (?:a|ont) expire',
      '(?:a |date de )?plus de {count} (?:mois|ans?)',
      "(?:la )?(?:date (?:de validite |d'expiration )?|validite )(?:{is} )?(?:depassee|expiree|passee)",
    ],
  },
  {
    reason: 'date-missing',
    said: ['sans (?:la )?date|(?:pas|non) datee?s?(?= [,;#]|$)|undated|not dated'],
    whole: [
      'pas de date|sans date|no date|missing date|(?:il )?manque (?:la |une )?date|on ne (?:voit|lit) pas (?:bien )?la date',
      '(?:{det} )?date (?:de validite )?(?:{is} )?(?:manquante|absente|illisible|invisible|cachee|coupee|(?:pas|non) (?:visible|lisible))',
      "(?:the )?date (?:is )?(?:missing|not visible|unreadable)|la date (?:n'apparait pas|n'est pas (?:visible|lisible)|manque)",
    ],
  },
  {
    reason: 'name-mismatch',
    said: [
      "pas (?:a|au) (?:son|bon|meme) nom|au nom de quelqu'un d'autre|au nom d'une autre personne|not in (?:the right|his|her|their) name",
    ],
    whole: [
      '(?:le |les |les deux )?noms? (?:{is} )?(?:differente?s?|incorrects?|errones?|pas les memes|(?:pas|non) (?:conforme|identique)s?)',
      "(?:le |les )?noms? ne correspond(?:ent)? pas(?: (?:au|a la|a l'|avec)[^.,;:!?#@]{0,60})?|mauvais nom",
      "(?:ce n'est |c'est )?pas (?:le bon|son|le meme|le) nom|pas son bon nom",
      "(?:the )?names? (?:does not|doesn't|do not|don't) match|(?:the )?names? (?:mismatch|differs?|is different|is wrong|different|wrong)",
      'wrong name|different names?',
    ],
  },
  {
    reason: 'missing-page',
    missing: [
      "(?:(?:il )?manque |sans |pas de |pas )(?:le |la |les |une? |l' )?(?:verso|recto|dos|(?:seconde |deuxieme |derniere |autre )?(?:page|face)s?)(?: \\d)?",
      '(?:le |la )?(?:verso|recto|dos|page|face)s?(?: \\d)? (?:{is} )?(?:manquante?s?|absente?s?|illisible)|verso manque',
      'missing (?:the )?(?:page|back|side|back page)(?: of {thing})?|(?:the )?(?:page|back|back side|other side) (?:is )?missing|no back(?: side)?',
    ],
  },
  {
    reason: 'wrong-type',
    whole: [
      "(?:ce n'est|c'est|ca n'est|n'est|ce ne sont|cela n'est) pas (?:une? |la |le |l' |les |des )?(?:bons? |bonnes? |vraie? )?" +
        '{proof}(?: {kind}){0,4}(?: (?:valable|acceptee?|demandee?))?',
      "pas (?:une? |la |le )?(?:bons? |bonnes? ){proof}|pas (?:une?|d') {proof}(?: {kind}){0,4}|pas (?:le|du) bon type",
      'mauvaise? (?:{proof}|type)(?: de (?:justificatif|document))?|{proof}(?: {kind}){0,4} (?:non|pas) acceptee?',
      'wrong (?:{proof}|type|one)',
      "(?:this is |it is |it's |that is )?not (?:a |an |the )(?:right |valid |student )*(?:{proof}|one)|not (?:right|valid) {proof}",
    ],
  },
  {
    reason: 'not-eligible',
    whole: [
      '(?:pas|non|not) (?:eligibles?|entitled|concernee?)(?: (?:au tarif(?: reduit)?|a ce tarif|for this tariff|to this tariff))?',
      "(?:(?:n'(?:a|y a|ouvre)|ne donne) )?pas (?:le )?droit(?: (?:au tarif(?: reduit)?|a ce tarif|a la reduction))?",
      '(?:a )?plus de (?:2\\d|3\\d) ans|trop agee?|too old for this tariff',
    ],
  },
  {
    reason: 'duplicate-document',
    said: ['deja (?:utilisee?s?|recue?s?|servi|fournie?s?|presentee?s?)|en double|already used|duplicated?'],
    whole: ['doublon|deux fois (?:la|le) meme {proof}(?: {kind}){0,4}|(?:the )?same {proof} twice'],
  },
  {
    reason: 'suspected-forgery',
    said: ['falsifiee?s?|truquee?s?|retouchee?s?|forged|fake|photoshopee?s?|suspecte?s?'],
    whole: ['faux(?: {proof})?|fausse {proof}|fake {proof}'],
  },
  {
    reason: 'quantity-mismatch',
    missing: [
      '(?:(?:il )?(?:nous )?manque|missing) (?:(?:un|une|1|le|la|les|des|un autre|le deuxieme|le second|the|a|one|\\d) )?(?:autre )?{proof}(?: {kind}){0,4}',
      '(?:il )?manque (?=#)|un seul {proof}(?: pour (?:#|deux|trois|2|3|deux places|2 places))?|only one {proof}',
      '(?:pas|aucun|no) (?:de )?justificatifs?|(?:je|on) ne (?:vois|voit|trouve) (?:pas|aucun) (?:de )?{proof}',
      '{proof} manquante?s?|(?:one )?{proof} missing',
    ],
  },
  {
    reason: 'insufficient',
    said: [
      'incomplete?s?|insuffisante?s?|(?:pas|non) (?:suffisante?s?|signee?s?|tamponnee?s?)|insufficient|not (?:enough|sufficient|complete|signed)',
    ],
    missing: [
      "(?:il )?(?:en )?manque (?:encore )?(?:le |la |les |l' |un |une |des |son |sa )" +
        '(?:nom|prenom|photo|signature|tampon|cachet|numero|attestation|carte|adresse|tarif)(?: [^.,;:!?#@]{1,40})?',
    ],
    whole: ['ne suffit pas|(?:signature|photo|tampon) (?:manquante?|absente?)|no (?:signature|photo|stamp)'],
  },
];
