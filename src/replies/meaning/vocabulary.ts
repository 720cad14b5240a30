/** Groups of words for the patterns of phrases.ts and reasons.ts, which name them as `{group}`; folded as words.ts folds. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  count: '\\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five',
  ordinal:
    '\\d{1,2}(?:eres?|ers?|iemes?|emes?|es?|ndes?|nds?|st|rd|th)|premiere?s?|deuxiemes?|secondes?|seconds?|troisiemes?|quatriemes?|' +
    'cinquiemes?|sixiemes?|septiemes?|huitiemes?|neuviemes?|dixiemes?|first|third|fourth|fifth|sixth',
  seat:
    'billets?|places?|sieges?|tickets?|e-billets?|e-tickets?|seats?|spectateurs?|spectatrices?|personnes?|' +
    'justificatifs?|justifs?|documents?|pieces?|demandes?|dossiers?|ones?',

  // what was sent to be checked
  det: "le|la|les|l'|un|une|votre|vos|son|sa|ses|ce|cet|cette|ces|leur|leurs|du|de la|de l'|des|the|your|his|her|their|this|that|a|an",
  proof:
    'justificatifs?|justifs?|documents?|docs?|pieces?(?: jointes?)?|pj|cartes?|attestations?|photos?|photocopies?|images?|scans?|fichiers?|' +
    "certificats?|copies?|avis|cni|carte d'identite|passeport|pass education|livret de famille|" +
    'card|proof|document|file|picture|certificate|id',
  kind:
    "etudiante?s?|d'etudiante?s?|d'identite|de scolarite|vitale|pole emploi|france travail|caf|jeune|famille nombreuse|d'invalidite|" +
    'de reduction|de domicile|joints?|jointes?|fournie?s?|recue?s?|envoyee?s?|transmise?s?|presentee?s?|deposee?s?|card|provided|attached|sent',
  thing: '(?:{det} )?{proof}(?: {kind}){0,4}',
  whose: "#|(?:de |d' |pour |of )?@",
  whole:
    'tout|tous|le dossier|ce dossier|la demande|cette demande|cette commande|la reduction|(?:le|ce) tarif(?: reduit)?|{thing}|it|them|this',

  // saying what something is
  is: "est|sont|semble|parait|me semble|a l'air|is|are|was|looks|seems|sera|serait",
  thisis: "c'est|cest|c|ca semble|tout est|tout|this is|that is|that's|it's|it is|all is|everything is|looks|all",
  isnot: "c'est|cest|ce n'est|ca n'est|cela n'est|n'est|ne sont|est|sont|it is|it's|is|are",
  very: 'tres|trop|totalement|completement|malheureusement|bien|deja|toujours|entierement|too|very|completely|unfortunately|already',
  not: 'pas|non|not',
  fit:
    'ok|okay|bons?|bonnes?|valides?|validee?s?|valables?|conformes?|recevables?|acceptables?|acceptee?s?|accordee?s?|corrects?|correctes?|' +
    'en ordre|en regle|good|fine|valid|approved|accepted|acceptable|correct',
  granted: 'validee?s?|valides?|acceptee?s?|acceptes?|accordee?s?|accordes?|approuvee?s?|approuves?|conformes?|recevables?',
  rejected: 'refusee?s?|refuses?|rejetee?s?|rejetes?|irrecevables?|invalides?|denied|rejected|refused|declined|invalid',

  // saying what one does
  we: "je|j'|nous|on",
  approve: 'valides?|validons|accepte|acceptons|approuve|approuvons|accorde|accordons',
  may: 'tu peux|vous pouvez|on peut|you can|you may',
  him: "le |la |les |l' |lui |leur |nous |me |te |vous |en |donc |alors ",
  release: 'envoyer|emettre|editer|liberer|debloquer|adresser|transmettre|expedier|delivrer|send|release|issue',
  tickets: '#|les siens|les|le billet|la place|son billet|ses billets|leurs billets|the tickets?|it|them',
  check:
    'verifie[rz]?|verifiera|verifions|verification|controle[rz]?|controlera|presenter|montrer|regarder|regardera|voir|verra|' +
    'check|checked|verify|show|to check|to be checked|please check',
  sendagain:
    'renvoyer|refaire|envoyer|redemander|demander|rescanner|scanner|fournir|joindre|deposer|redeposer|transmettre|remplacer|' +
    'resend|send|ask|ask for|provide',
  please:
    "a|merci de|merci d'|priere de|veuillez|il faut|il faudrait|please|pouvez-vous|peux-tu|pourriez-vous|could (?:you|they)|can (?:you|they)",

  // taking one's own answer back
  beg: "(?:merci|priere) (?:de|d')(?: bien vouloir)?|veuillez(?: bien)?|il faut|il faudrait|please|svp|je vous (?:prie|remercie) (?:de|d')(?: bien vouloir)?",
  takeback: "annuler|annule|annulez|annuller|anuler|anuller|j'annule|undo|cancel",
  answer:
    '(?:ma|mon|la|cette|my|that|the|this) (?:derniere |precedente |last |previous )?(?:reponse|decision|validation|accord|refus|answer|reply|decision|approval)' +
    "(?: (?:precedente|d'avant|de tout a l'heure|d'a l'instant|d'hier|de ce matin))?|ce que j'ai (?:repondu|ecrit|dit|envoye)|what i (?:just )?(?:sent|said|wrote|answered)",

  // where and for whom
  door:
    "a l'entree(?: de la salle| du theatre)?|a la porte|au guichet|sur place|a l'accueil|a la billetterie le soir|le soir meme|" +
    'at (?:the )?(?:door|entrance|box office)',
  me: 'pour (?:moi|nous|ma part|notre part)|de (?:ma|notre) part|de (?:mon|notre) cote|a mes yeux|for (?:me|us)|(?:by|with|to) me',
  all: "tous|toutes|tout le monde|l'equipe|toute l'equipe|(?:a )?#",
};
