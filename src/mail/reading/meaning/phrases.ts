import type { DecisionKind } from '../../../domain/decision';

/** What a phrase does in a reply. `assent` is not an approval by itself; `request` only follows a refusal. */
export type PhraseKind = DecisionKind | 'undo' | 'assent' | 'courtesy' | 'greeting' | 'request';

/**
 * Whole phrases, folded (lower case, no accents), in the notation of pattern.ts. `#` is a phrase about seats, `@` a person.
 * A word is never enough: « d'accord » is in « pas d'accord », so both are here and the longest match wins.
 */
export const PHRASES: Readonly<Record<PhraseKind, readonly string[]>> = {
  approve: [
    '(?:ok|okay|okey|oki|okk)(?: (?:ok|valide|bon|parfait|nickel|super|tres bien))?',
    "(?:oui|ouais|yes|yep|yeah)(?: (?:oui|ok|yes|d'accord|je confirme|tout a fait|bien sur))*",
    "d'accord|dac|dacc",
    "(?:c'est|cest|c|ca semble|tout est|this is|that is|that's|it's|it is|all is|everything is|looks|all|tout) (?:{very} )?(?:tout )?(?:ok|okay|bon|good|fine|valide|valable|conforme|accepte|accorde|en ordre|en regle|correct|valid|approved|accepted)",
    "c'est tout bon|tout est bon|tout bon|tout est en ordre|tout est en regle|tout est conforme",
    "(?:je|j'|nous|on) (?:te |vous |le |la |les |l' )?(?:valide|valides|validons|accepte|acceptons|approuve|approuvons|accorde|accordons)(?: (?:tout|tous|le dossier|la demande|la reduction|le tarif(?: reduit)?|ce tarif(?: reduit)?|(?:{det} )?(?:{proof})(?: (?:{prooftail}))*))?",
    '(?:je |nous |on )?(?:donne|donnons) (?:notre|mon) accord|(?:vous avez|tu as) (?:notre|mon) accord|(?:mon |notre )?accord(?: donne)?|accord de (?:ma|notre) part|avis favorable|favorable',
    '(?:est |sont )?(?:bien )?(?:valide|validee|valides|validees|accepte|acceptee|acceptes|acceptees|accorde|accordee|accordes|accordees|approuve|approuvee|approuves|approuvees|conforme|conformes|recevable|recevables)',
    'bon pour (?:accord|validation|envoi|moi|nous)|feu vert|validez|go|go ahead|good to go|approve|approved|approves|accepted|accept|valid|good|fine|lgtm|granted|i (?:approve|accept|validate)(?: (?:it|them|this))?',
    "(?:{det} )?(?:{proof})(?: (?:{prooftail}))*(?: #| (?:de |d' |pour |of )?@)? (?:(?:{is}) )?(?:{very} )?(?:conformes?|valides?|valables?|ok|bons?|bonnes?|acceptee?s?|corrects?|correctes?|recevables?|en regle|validee?s?|lisibles? et (?:valides?|conformes?)|approved|accepted|valid|good|fine)",
    "(?:tu peux|vous pouvez|on peut|you can|you may|please|merci d'|merci de) ?(?:lui |leur |nous )?(?:envoyer|emettre|editer|liberer|debloquer|adresser|transmettre|expedier|delivrer|send|release|issue) (?:#|les|le billet|la place|son billet|ses billets|leurs billets|les siens|the tickets?|it|them)",
    '(?:tu peux|vous pouvez|on peut|you can|you may) (?:le |la |les )?(?:valider|accepter|approuver|y aller|approve|accept|go ahead)(?: (?:tout|la demande|le dossier|it|them))?',
    '(?:envoyez|liberez|emettez|send|release) (?:#|le billet|son billet|the tickets?)',
    'ca (?:me|nous) (?:va|convient)|cela (?:me|nous) (?:va|convient)|ca marche(?: pour moi)?|works for (?:me|us)|fine (?:by|with) (?:me|us)|looks good(?: to me)?|sounds good',
    '(?:ok|good|fine) to (?:send|release|issue)(?: (?:#|the tickets?|it|them))?',
    '👍|👌|✅|✔|🆗|☑|\\+1',
  ],
  refuse: [
    '(?:non|no|nope|nan)(?: (?:non|no))*',
    "(?:c'est |est |sont |it's |it is )?(?:refuse|refusee|refuses|refusees|rejete|rejetee|rejetes|rejetees|denied|rejected|refused|declined|reject|deny)",
    "refus|refus de (?:ma|notre) part|c'est (?:un )?(?:non|refus)|a refuser|refusez|avis defavorable|defavorable|(?:je|nous|on) (?:le |la |les )?(?:refuse|refusons|rejette|rejetons|decline)(?: (?:tout|tous|le dossier|la demande|(?:{det} )?(?:{proof})(?: (?:{prooftail}))*))?|i (?:refuse|reject|decline)(?: (?:it|them|this))?",
    "(?:(?:c'est|cest|ce n'est|ca n'est|cela n'est|n'est|ne sont|est|sont|it is|it's|is|are) )?(?:pas|non|not) (?:{very} )?(?:du tout )?(?:ok|okay|bon|bons|bonne|bonnes|valide|valides|valable|valables|conforme|conformes|recevable|recevables|acceptable|acceptables|accepte|acceptee|acceptes|accorde|d'accord|validee|validees|good|fine|valid|approved|accepted|acceptable)(?: du tout)?",
    "aucune? (?:(?:des )?# |justificatif |document )?(?:n' |ne )(?:est|convient|va)(?: (?:valable|valide|conforme|bon|bonne|acceptable|recevable))?",
    "(?:je ne suis |on n'est |nous ne sommes )pas d'accord|pas d'accord du tout|i (?:do not|don't) (?:agree|approve|accept)",
    "(?:je|nous|on) (?:ne |n' )?(?:valide|validons|accepte|acceptons|approuve|approuvons) pas(?: (?:tout|tous|le dossier|la demande|(?:{det} )?(?:{proof})(?: (?:{prooftail}))*))?",
    "(?:je|nous|on) ne (?:peux|peut|pouvons) (?:pas )?(?:le |la |les )?(?:valider|accepter|approuver)(?: pas)?|impossible (?:de|a) (?:valider|accepter)|(?:can not|cannot|can't) (?:approve|accept)(?: (?:it|them|this))?",
    "(?:{det} )?(?:{proof})(?: (?:{prooftail}))*(?: #| (?:de |d' |pour |of )?@)? (?:(?:{is}|n'est|ne sont) )?(?:(?:pas|non|not) (?:{very} )?(?:ok|bons?|bonnes?|valides?|valables?|conformes?|recevables?|acceptables?|acceptee?s?|validee?s?|valid|accepted|good)|irrecevables?|invalides?|refusee?s?|rejetee?s?|rejected|refused|invalid)",
    'irrecevable|irrecevables|invalide|invalides|invalid|ko|nok|👎|❌|✖|⛔|🚫',
  ],
  'more-info': [
    'plus(?= #|$| :)|more(?= #|$| :)|more info(?:rmation)?|(?:need|needs) more(?: info(?:rmation)?)?',
    "a completer|complement(?:s)?(?: (?:demandes?|necessaires?|a demander|d'information|svp))*|(?:demande|demander|besoin|il faut|il faudrait) (?:un |d'un |de |des )?complements?(?: d'information)?",
  ],
  'check-at-door': [
    'porte|door',
    "(?:c'est |ce sera |on )?(?:a |sera |sera a )?(?:verifier|verifiera|verifie|controler|controlera|controle|presenter|montrer|regarder|regardera|voir|verra|verifions|verification|check|checked|verify|show|to check|to be checked|please check)(?: (?:ca|cela|le justificatif|la carte|le document|it|card|proof|the proof|#))? (?:{la})",
    '(?:justificatif|carte|document) a (?:presenter|montrer|verifier) (?:{la})',
  ],
  undo: [
    "(?:annuler|annule|annulez|j'annule|undo|cancel)(?: (?:svp|stp|please|s'il (?:vous|te) plait))?",
    "(?:annuler|annule|annulez|j'annule|je retire|j'annule et retire) (?:ma|la|cette|ma derniere|ma precedente|mon) (?:derniere |precedente )?(?:reponse|decision|validation|accord|refus)|(?:undo|cancel) (?:my|that|the|this|last|my last) (?:answer|reply|decision|approval)|je reviens sur ma (?:decision|reponse)",
  ],
  assent: [
    "pas de (?:probleme|soucis?|problemes)|aucun (?:probleme|souci)|sans (?:probleme|souci)|no problem|rien a redire|rien a signaler|ras|parfait|super|impeccable|nickel|tres bien|excellent|perfect|great|bien recu|bien note|c'est note|note|vu|lu|recu|tout est la|(?:je|nous) (?:vous |te )?(?:confirme|confirmons)(?: que)?|i confirm(?: that)?|c'est parfait|effectivement|en effet|top|merci c'est parfait",
  ],
  courtesy: [
    "(?:(?:un )?(?:grand )?merci|thanks|thank you|many thanks|thx)(?: (?:beaucoup|bien|encore|d'avance|par avance|a (?:vous|toi|#|toute l'equipe)|bcp|mille fois|pour (?:tout|#|votre (?:envoi|message|mail|retour|travail|aide|patience)|ton (?:envoi|message|mail|retour|travail|aide)|l'envoi|l'info|cet envoi|ce retour|eux|lui|elle)|very much|a lot|so much|in advance|for (?:your help|everything|this))){0,2}(?: @)?",
    "(?:(?:passez|passe|je vous souhaite|je te souhaite|avec|have|wishing you) )?(?:une |un |a |de )?(?:tres )?(?:bonnes?|bons?|belles?|beau|excellente?|nice|good|great|lovely) (?:fin de )?(?:journee|soiree|reception|apres-midi|week-end|weekend|we|semaine|continuation|courage|spectacle|representation|concert|fete|fetes|annee|vacances|matinee|day|evening|afternoon|week|show|performance)(?: (?:a (?:vous|toi|#|eux|elle|elles|lui)|a toute l'equipe|ahead))?",
    "a (?:bientot|demain|plus|ce soir|plus tard|lundi|mardi|mercredi|jeudi|vendredi|samedi|tout a l'heure)|a \\+|(?:svp|stp|s'il (?:vous|te) plait|please)",
    '(?:(?:bien|tres|tres bien|sincerement) )?(?:cordialement|amicalement|sincerement)|cdt|cdlt|bien a (?:vous|toi)|salutations|bises|bisous|(?:kind |best |warm )?regards|best wishes|best|cheers|sincerely',
    '(?:desolee?|navree?|pardon|excusez-moi|excuse-moi|sorry|toutes mes excuses)(?: (?:pour (?:le|ce|la|mon) (?:retard|delai|reponse tardive)|du retard|for the delay))?',
    'pour (?:moi|nous)|de (?:ma|notre) part|de (?:mon|notre) cote|quant a moi',
    ':\\)|;\\)|:-\\)|;-\\)|🙂|😊|😀|😄|😉|🙏|🌞|☀|🎭|🎉',
  ],
  greeting: [
    "(?:bonjour|bonsoir|bjr|slt|salut|coucou|hello|hi|hey|dear|cher|chere|chers|good (?:morning|afternoon|evening)|re)(?: (?:a (?:tous|toutes|vous|toi|tous et a toutes)|tout le monde|l'equipe|la billetterie|the team|team|madame|monsieur|mesdames|messieurs|messieurs dames|collegue|chere collegue|cher collegue|there|(?:a )?#))*(?: @)?",
    'madame monsieur|madame , monsieur|mesdames|messieurs|madame|monsieur|chers? collegues?',
  ],
  request: [
    "(?:a |merci de |merci d'|prierede |priere de |veuillez |il faut |il faudrait |please |pouvez-vous |peux-tu |pourriez-vous |could (?:you|they) |can (?:you|they) )(?:me |nous |lui |leur |en |le |la |les |nous en )*(?:renvoyer|refaire|envoyer|redemander|demander|rescanner|scanner|fournir|joindre|deposer|redeposer|transmettre|remplacer|resend|send|ask|ask for|provide)(?: [^.!?;,:#@]{1,80})?(?:(?: (?:pour|for))? #)?",
  ],
};

/** Words that join phrases without meaning anything themselves. « ou » is not one: it leaves a choice open. */
export const CONNECTIVES =
  /(?:[,;:()/>=→&+-]|et|and|mais|but|donc|so|alors|car|parce qu(?:e|')|puisqu(?:e|')|because|par contre|en revanche)(?= |$)/y;
