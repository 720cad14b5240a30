import type { Reason } from '../../../domain/reason';

/** What is wrong with a proof, in whole phrases (notation of pattern.ts). Alone, such a phrase is a refusal for this reason. */
export interface ReasonPhrases {
  readonly reason: Reason;
  /** Said of a document: « carte périmée », « le justificatif est illisible », « illisible ». */
  readonly said?: string;
  /** Complete by themselves: « il manque le verso ». */
  readonly whole?: string;
}

export const REASON_PHRASES: readonly ReasonPhrases[] = [
  {
    reason: 'unreadable',
    said: 'illisibles?|floue?s?|(?:pas|non|peu) (?:{very} |assez |vraiment )?(?:lisibles?|nettes?|nets?|exploitables?)|mal scannee?s?|(?:trop )?sombres?|coupee?s?|tronquee?s?|pixelisee?s?|unreadable|illegible|blurry|blurred|not (?:readable|legible|clear)|too dark|cut off',
    whole:
      "(?:n'est|ne sont) pas (?:lisibles?|nettes?)|(?:(?:on|je) )?(?:ne |n' ?)?(?:voit|vois|lit|lis|distingue|arrive|arrives|peut|peux) (?:pas|rien)(?: (?:bien|a lire|lire|a l'ouvrir|grand-chose|du tout|(?:{det} )?(?:{proof}|image|contenu|texte)))*|impossible (?:a|de|d') ?(?:lire|l'ouvrir|ouvrir|dechiffrer)(?: (?:{det} )?(?:{proof}))?|(?:(?:{det} )?(?:{proof}) )?ne s'ouvre(?:nt)? pas|(?:{det} )?fichier (?:(?:{is}) )?(?:vide|corrompu|endommage)|(?:i )?(?:can't|cannot|can not) (?:read|see|open)(?: (?:it|(?:{det} )?(?:{proof})))?",
  },
  {
    reason: 'expired-document',
    said: "perimee?s?|expiree?s?|expires|plus (?:valables?|valides?|a jour)|(?:pas|non) a jour|perime depuis|obsoletes?|depassee?s?|trop (?:ancienn?e?s?|vieux|vieilles?)|de plus de (?:{count}) (?:mois|ans?|jours?)|plus de (?:3|trois|6|six) mois|de l'an(?:nee)? (?:derniere|passee|precedente)|expired|out of date|outdated|no longer valid|not up to date|older than (?:{count}) months|more than (?:{count}) months old|too old",
    whole:
      "(?:{det} )?(?:{proof})(?: (?:{prooftail}))* (?:n'est|ne sont|a|ont|date|datent|datee?) (?:plus (?:valables?|valides?|a jour)|(?:de )?plus de (?:{count}) (?:mois|ans?)|expire)|n'est plus (?:valable|valide|a jour)|date de plus de (?:{count}) (?:mois|ans?)|(?:a )?plus de (?:3|trois|6|six) mois|(?:la )?(?:date (?:de validite |d'expiration )?|validite )(?:(?:{is}) )?(?:depassee|expiree|passee)",
  },
  {
    reason: 'date-missing',
    said: 'sans (?:la )?date|(?:pas|non) datee?s?(?= [,;#]|$)|undated|not dated',
    whole:
      "pas de date|sans date|no date|(?:{det} )?date (?:(?:{is}) )?(?:manquante|absente|illisible|pas visible|non visible|invisible|pas lisible|missing|not visible|unreadable|cachee|coupee)|missing date|(?:il )?manque (?:la |une )?date|la date (?:n'apparait pas|n'est pas (?:visible|lisible)|manque)|on ne (?:voit|lit) pas (?:bien )?la date|date de validite (?:manquante|illisible|absente)",
  },
  {
    reason: 'name-mismatch',
    said: "pas (?:a|au) (?:son|bon|meme) nom|pas a son nom|au nom de quelqu'un d'autre|au nom d'une autre personne|not in (?:the right|his|her|their) name",
    whole:
      "(?:(?:le |les |mauvais |les deux )?noms? )(?:(?:{is}) )?(?:differente?s?|incorrects?|errones?|pas les memes|ne correspond(?:ent)? pas(?: (?:au|a la|a l'|avec)[^.,;:!?#@]{0,60})?)|nom differents?|mauvais nom|pas (?:le|son) (?:bon )?nom|pas le meme nom|nom (?:pas|non) (?:conforme|identique)|(?:ce n'est |c'est )pas (?:le bon|son|le meme) nom|wrong name|different names?|names? (?:does not|doesn't|do not|don't) match|names? (?:mismatch|differs?)|name (?:is )?(?:different|wrong)",
  },
  {
    reason: 'missing-page',
    whole:
      "(?:(?:il )?manque |sans |pas de |pas )(?:le |la |les |une? |l' ?)?(?:verso|recto|dos|(?:seconde |deuxieme |derniere |autre )?(?:page|face)s?)(?: \\d)?|(?:le )?(?:verso|recto|dos) (?:(?:{is}) )?(?:manquant|absent|illisible)|(?:la )?(?:page|face)s?(?: \\d)? (?:(?:{is}) )?(?:manquantes?|absentes?)|verso manque|missing (?:the )?(?:page|back|side|back page)(?: of (?:{det} )?(?:{proof}))?|(?:the )?(?:page|back|back side|other side) (?:is )?missing|no back(?: side)?",
  },
  {
    reason: 'wrong-type',
    whole:
      "(?:ce n'est|c'est|ca n'est|n'est|ce ne sont|cela n'est) pas (?:une? |la |le |l' ?|les |des )?(?:bons? |bonnes? |vraie? )?(?:{proof})(?: (?:{prooftail}))*(?: (?:valable|accepte|acceptee|demande|demandee))?|pas (?:une? |la |le )?(?:bons? |bonnes? )(?:{proof})|pas (?:une?|d') (?:{proof})(?: (?:{prooftail}))*|mauvaise? (?:{proof}|type|fichier)(?: de (?:justificatif|document))?|(?:{proof})(?: (?:{prooftail}))* (?:non acceptee?|pas acceptee?)|pas (?:le|du) bon type|wrong (?:{proof}|type|one)|(?:this is |it is |it's |that is )?not (?:a |an |the )?(?:right |valid |student )+(?:{proof}|one)|(?:this is |it is |it's )?not (?:a|an|the) (?:{proof})",
  },
  {
    reason: 'not-eligible',
    whole:
      "(?:pas|non|not) (?:eligible|eligibles|entitled|concernee?)(?: (?:au tarif|au tarif reduit|a ce tarif|for this tariff|to this tariff))?|(?:n'(?:a|y a|ouvre)|ne donne) pas droit(?: (?:au tarif|au tarif reduit|a ce tarif|a la reduction))?|pas (?:le )?droit (?:au tarif|au tarif reduit|a ce tarif|a la reduction)|(?:a )?plus de (?:2\\d|3\\d) ans|trop age(?:e)?|too old for this tariff",
  },
  {
    reason: 'duplicate-document',
    said: 'deja (?:utilisee?s?|recue?s?|servi|fournie?s?|presentee?s?)|en double|already used|duplicated?',
    whole:
      "doublon|(?:la |le )?meme (?:{proof})(?: (?:{prooftail}))* (?:que|pour) (?:#|l'autre|le premier)|the same (?:{proof}) (?:as|for) #|deux fois (?:la|le) meme (?:{proof})|same (?:{proof}) twice",
  },
  {
    reason: 'suspected-forgery',
    said: 'falsifiee?s?|truquee?s?|retouchee?s?|forged|fake|photoshopee?s?|suspecte?s?',
    whole: 'faux(?: (?:{proof}))?|fausse (?:{proof})|fake (?:{proof})',
  },
  {
    reason: 'quantity-mismatch',
    whole:
      '(?:(?:il )?(?:nous )?manque |manque |missing )(?:(?:un|une|1|le|la|les|des|un autre|le deuxieme|le second|the|a|one|\\d) )?(?:autre )?(?:{proof})(?: (?:{prooftail}))*|(?:il )?manque (?=#)|un seul (?:{proof})(?: pour (?:#|deux|trois|2|3|deux places|2 places))?|(?:pas|aucun|no) (?:de )?justificatifs?|(?:je|on) ne (?:vois|voit|trouve) (?:pas|aucun) (?:de )?(?:{proof})|only one (?:{proof})|(?:{proof}) manquants?e?s?|(?:one )?(?:{proof}) missing',
  },
  {
    reason: 'insufficient',
    said: 'incomplete?s?|insuffisante?s?|(?:pas|non) (?:suffisante?s?|signee?s?|tamponnee?s?)|insufficient|not (?:enough|sufficient|complete|signed)',
    whole:
      "(?:il )?(?:en )?manque (?:encore )?(?:le |la |les |l' ?|un |une |des |son |sa )(?:nom|prenom|photo|signature|tampon|cachet|numero|attestation|carte|adresse|tarif)(?: [^.,;:!?#@]{1,40})?|ne suffit pas|(?:signature|photo|tampon) (?:manquante?|absente?)|no (?:signature|photo|stamp)",
  },
];

/** In free words after a clear refusal, the first of these that stands there names the reason. Not anchored. */
export const REASON_SIGNS: readonly (readonly [RegExp, Reason])[] = [
  [/\bfalsif|\btruqu|\bfake|\bforged|\bfaux\b|\bphotoshop/, 'suspected-forgery'],
  [/\bdoublon|\bdeja (?:utilis|recu|servi)|\bmeme (?:carte|document|justificatif)|\balready used/, 'duplicate-document'],
  [
    /\bdate\b.{0,20}\b(?:manqu|absente|illisible|visible)|\bmanque (?:la |une )?date|\b(?:pas|sans|no) (?:de )?date\b|\bmissing date|\bdate (?:is )?missing/,
    'date-missing',
  ],
  [
    /\bverso|\brecto|\bpages? (?:\d )?manqu|\bmanque (?:la |une )?page|\bmissing page|\bpage missing|\bback (?:is )?missing/,
    'missing-page',
  ],
  [/\billisible|\bfloue?s?\b|\bpas lisible|\bunreadable|\billegible|\bblur|\bnot readable|\bimpossible (?:a|de) lire/, 'unreadable'],
  [
    /\bperime|\bexpire|\bplus (?:valable|valide|a jour)|\bplus de (?:\d{1,2}|trois|six) mois|\bpas a jour|\bout of date|\bolder than|\bno longer valid|\boutdated/,
    'expired-document',
  ],
  [/\bnoms?\b|\bnames?\b/, 'name-mismatch'],
  [
    /\bmauvais(?:e)? (?:document|justificatif|piece|carte|fichier)|\bn' est pas (?:une?|le|la) |\bpas (?:le|la) bon(?:ne)?\b|\bwrong (?:document|proof|card|file|type)|\bnot an? /,
    'wrong-type',
  ],
  [/\beligible|\bpas droit|\bentitled|\bplus de 2[5-9] ans/, 'not-eligible'],
  [/\bun seul justificatif|\bmanque (?:un|1|le) justificatif|\bonly one/, 'quantity-mismatch'],
  [/\bincomplet|\binsuffisant|\bmanque|\bmissing|\binsufficient/, 'insufficient'],
];

export function reasonInFreeWords(folded: string): Reason | undefined {
  return REASON_SIGNS.find(([sign]) => sign.test(folded))?.[1];
}
