import type { DecisionKind } from '../../domain/decision/decision';

/** What a phrase does in a reply. `assent` is no approval by itself; a `regret` only goes with an `undo`; a `request` follows a refusal, or asks for more. */
export type PhraseKind = DecisionKind | 'undo' | 'regret' | 'assent' | 'courtesy' | 'greeting' | 'request';

/**
 * Whole phrases, folded (lower case, no accents), in the notation of pattern.ts. `#` is a phrase about seats, `@` a person.
 * A word is never enough: « d'accord » is in « pas d'accord », so both are here and the longest match wins.
 */
export const PHRASES: Readonly<Record<PhraseKind, readonly string[]>> = {
  approve: [
    '(?:ok|okay|okey|oki|okk)(?: (?:ok|valide|bon|parfait|nickel|super|tres bien))?',
    "(?:oui|ouais|yes|yep|yeah)(?: (?:oui|ok|yes|d'accord|je confirme|tout a fait|bien sur)){0,3}",
    "d'accord|dac|dacc",
    '{thisis} (?:{very} )?(?:tout )?{fit}|tout bon',
    '{we} {him}?(?:{approve})(?: {whole})?',
    "{we} (?:l' )?(?:{approve})",
    '(?:je |nous |on )?(?:donne|donnons) (?:notre|mon) accord|(?:vous avez|tu as) (?:notre|mon) accord',
    '(?:mon |notre )?accord(?: donne)?|accord de (?:ma|notre) part|avis favorable|favorable',
    '(?:est |sont )?(?:bien )?{granted}',
    'bon pour (?:accord|validation|envoi|moi|nous)|feu vert|validez|go|go ahead|good to go',
    'approve|approved|approves|accepted|accept|valid|good|fine|lgtm|granted|i (?:approve|accept|validate)(?: (?:it|them|this))?',
    '{thing}(?: {whose})? (?:{is} )?(?:{very} )?(?:{fit}|lisibles? et (?:valides?|conformes?))',
    "(?:{may}|please|merci d'|merci de) ?{him}?{release} {tickets}",
    '{may} {him}?(?:valider|accepter|approuver|y aller|approve|accept|go ahead)(?: {whole})?',
    '(?:envoyez|liberez|emettez|send|release) (?:#|le billet|son billet|the tickets?)',
    '(?:ok|good|fine) to (?:send|release|issue)(?: (?:#|the tickets?|it|them))?',
    'ca (?:me|nous) (?:va|convient)|cela (?:me|nous) (?:va|convient)|ca marche',
    'works for (?:me|us)|fine (?:by|with) (?:me|us)|looks good(?: to me)?|sounds good',
    '👍|👌|✅|✔|🆗|☑|\\+1',
  ],

  refuse: [
    '(?:non|no|nope|nan)(?: (?:non|no)){0,3}',
    "(?:c'est |est |sont |it's |it is )?(?:{rejected}|reject|deny)",
    "refus|refus de (?:ma|notre) part|c'est (?:un )?(?:non|refus)|a refuser|refusez|avis defavorable|defavorable",
    '{we} {him}?(?:refuse|refusons|rejette|rejetons|decline)(?: {whole})?|i (?:refuse|reject|decline)(?: (?:it|them|this))?',
    "(?:{isnot} )?{not} (?:{very} )?(?:du tout )?(?:{fit}|d'accord)(?: du tout)?",
    "aucune? (?:(?:des )?# |justificatif |document )?(?:n' |ne )(?:est|convient|va)(?: {fit})?",
    "(?:je ne suis|on n'est|nous ne sommes) pas d'accord|i (?:do not|don't) (?:agree|approve|accept)",
    "{we} (?:ne |n' )?(?:{approve}) pas(?: {whole})?",
    '{we} ne (?:peux|peut|pouvons) (?:pas )?{him}?(?:valider|accepter|approuver)(?: pas)?|impossible (?:de|a) (?:valider|accepter)',
    "(?:can not|cannot|can't) (?:approve|accept)(?: (?:it|them|this))?",
    "{thing}(?: {whose})? (?:(?:{is}|n'est|ne sont) )?(?:{not} (?:{very} )?{fit}|{rejected})",
    'ko|nok|👎|❌|✖|⛔|🚫',
  ],

  'more-info': [
    'plus(?= #|$| :)|more(?= #|$| :)|more info(?:rmation)?|(?:need|needs) more(?: info(?:rmation)?)?',
    "a completer|complements?(?: (?:demandes?|necessaires?|a demander|d'information|svp)){0,3}",
    "(?:demande|demander|besoin|il faut|il faudrait) (?:un |d'un |de |des )?complements?(?: d'information)?",
  ],

  'check-at-door': [
    'porte|door',
    "(?:c'est |ce sera |on )?(?:a |sera |sera a )?{check}(?: (?:ca|cela|le justificatif|la carte|le document|it|card|proof|the proof|#))? {door}",
    '(?:justificatif|carte|document) a (?:presenter|montrer|verifier) {door}',
  ],

  undo: [
    '(?:{beg} ?)?(?:{takeback})',
    '(?:{beg} ?)?(?:{takeback}|je retire|retirer|retirez) {answer}',
    "(?:{beg} ?)?(?:l' |la |le )(?:annuler|retirer)",
    '(?:{beg} ?)?(?:revenir|je reviens|je souhaite revenir|je voudrais revenir|je veux revenir) (?:dessus|en arriere|sur {answer})',
    "(?:il faut|je (?:voudrais|souhaite|veux|souhaiterais|prefere|dois)|j'aimerais) (?:l' |la )?(?:annuler|retirer)(?: {answer})?",
    '(?:i (?:want|need|would like|d like) to )?(?:take back|undo|cancel) {answer}',
    '(?:take it back|undo it|cancel it|undo this|undo that)',
  ],

  regret: [
    "(?:car |parce que )?(?:je me suis|on s'est|nous nous sommes) (?:tout a fait |completement |encore )?(?:trompee?s?|plantee?s?)(?: (?:de|d') (?:bouton|message|mail|e-mail|commande|dossier|place|ligne|personne|client|reponse|colonne))?",
    "(?:c'est |c'etait |il y a )?(?:une |petite )?erreurs?(?: (?:de (?:ma|notre) part|de commande|de dossier|de message|de clic|de manip(?:ulation)?))?",
    "(?:c'est |c'etait |par )?(?:une |la )?(?:mauvaise|fausse) (?:manip(?:ulation)?|manoeuvre|commande|reponse|touche|ligne)|(?:c'etait |c'est )?(?:le |un )?mauvais (?:bouton|message|mail|e-mail|dossier|clic|lien)",
    "(?:j'ai|nous avons) (?:clique|appuye|repondu|valide|accepte) (?:trop vite|par erreur|sur le mauvais (?:bouton|message|mail|e-mail|lien|dossier)|au mauvais (?:message|mail|e-mail))",
    '(?:oups|oops|zut|mince|aie|ah|oh|my mistake|my bad|i made a mistake|wrong (?:e-mail|email|order|button|answer|message)|by mistake|par erreur|trop vite)',
    'ne (?:tenez|tiens) pas compte de {answer}|retour en arriere',
  ],

  assent: [
    'pas de (?:problemes?|soucis?)|aucun (?:probleme|souci)|sans (?:probleme|souci)|no problem|rien a redire|rien a signaler|ras',
    "parfait|c'est parfait|super|impeccable|nickel|tres bien|excellent|top|perfect|great|tout est la|effectivement|en effet",
    "bien recu|bien note|c'est note|note|vu|lu|recu",
    '(?:je|nous) (?:vous |te )?(?:confirme|confirmons)(?: que)?|i confirm(?: that)?',
  ],

  courtesy: [
    '(?:(?:un )?(?:grand )?merci|thanks|thank you|many thanks|thx)' +
      "(?: (?:beaucoup|bien|encore|d'avance|par avance|a (?:vous|toi)|a {all}|bcp|mille fois|very much|a lot|so much|in advance" +
      "|pour (?:tout|#|(?:votre|ton|l'|cet|ce) ?(?:envoi|message|mail|retour|travail|aide|patience|info)|eux|lui|elle)" +
      '|for (?:your help|everything|this))){0,2}(?: @)?',
    '(?:(?:passez|passe|je vous souhaite|je te souhaite|avec|have|wishing you) )?(?:une |un |a |de )?(?:tres )?' +
      '(?:bonnes?|bons?|belles?|beau|excellente?|nice|good|great|lovely) (?:fin de )?' +
      '(?:journee|soiree|reception|apres-midi|week-end|weekend|we|semaine|continuation|courage|spectacle|representation|concert' +
      '|fetes?|annee|vacances|matinee|day|evening|afternoon|week|show|performance)(?: (?:a (?:vous|toi|eux|elles?|lui)|a {all}|ahead))?',
    "a (?:bientot|demain|plus|ce soir|plus tard|lundi|mardi|mercredi|jeudi|vendredi|samedi|tout a l'heure)|a \\+",
    "svp|stp|s'il (?:vous|te) plait|please",
    '(?:(?:bien|tres|tres bien|sincerement) )?(?:cordialement|amicalement|sincerement)|cdt|cdlt|bien a (?:vous|toi)|salutations|bises|bisous',
    '(?:kind |best |warm )?regards|best wishes|best|cheers|sincerely',
    '(?:desolee?|navree?|pardon|excusez-moi|excuse-moi|sorry|toutes mes excuses)' +
      '(?: (?:pour (?:le|ce|la|mon) (?:retard|delai|reponse tardive)|du retard|for the delay))?',
    '(?:et )?(?:je reste|nous restons|restant) a (?:votre|ta) disposition(?: (?:si besoin|en cas de besoin))?|bien recu merci|merci de (?:votre|ton) (?:retour|aide|travail)',
    "n'(?:hesitez|hesite) pas(?: (?:si besoin|en cas de besoin|a (?:me|nous) (?:contacter|appeler|ecrire)))?(?: (?:si besoin|en cas de besoin))?",
    '(?:(?:ma|notre|my|our) )?(?:reponse|decision|avis|statut|verdict|answer|reply)(?= :)',
    'pour (?:moi|nous)|de (?:ma|notre) part|de (?:mon|notre) cote|quant a moi',
    ':\\)|;\\)|:-\\)|;-\\)|🙂|😊|😀|😄|😉|🙏|🌞|☀|🎭|🎉',
  ],

  greeting: [
    '(?:bonjour|bonsoir|bjr|slt|salut|coucou|hello|hi|hey|dear|chere?s?|good (?:morning|afternoon|evening)|re)' +
      '(?: (?:a (?:vous|toi)|(?:a )?{all}|la billetterie|the team|team|there' +
      '|madame|monsieur|mesdames|messieurs|messieurs dames|(?:chers? |cheres? )?collegues?)){0,3}(?: @)?',
    'madame|monsieur|mesdames|messieurs|chere?s? collegues?',
  ],

  request: ['(?:{please}) ?{him}?{him}?{sendagain}(?: [^.!?;,:#@]{1,80})?(?:(?: (?:pour|for))? #)?'],
};

/** Words that join phrases without meaning anything themselves. « ou » is not one: it leaves a choice open. */
export const CONNECTIVES =
  /(?:[,;:()/>=→&+-]|et|and|mais|but|donc|so|alors|car|parce qu(?:e|')|puisqu(?:e|')|because|par contre|en revanche)(?= |$)/y;
