/**
 * Patterns are written as people write (« c'est bon »); words come apart after an apostrophe, so blanks are put there.
 * `{name}` stands for a group of NAMES. Every pattern is made of bounded pieces: no text can make it slow.
 */
export function pattern(source: string, flags = 'y'): RegExp {
  return new RegExp(`${expanded(source)}(?= |$)`, flags);
}

export function expanded(source: string): string {
  const named = source.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => (NAMES[name] ? `(?:${expanded(NAMES[name])})` : whole));
  return named.replaceAll(/'(?=[\p{L}([{\\#])/gu, "' ");
}

const NAMES: Readonly<Record<string, string>> = {
  count: '\\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five',
  ordinal:
    '\\d{1,2}(?:eres?|ers?|iemes?|emes?|es?|ndes?|nds?|st|rd|th)|premiere?s?|deuxiemes?|secondes?|seconds?|troisiemes?|quatriemes?|cinquiemes?|sixiemes?|septiemes?|huitiemes?|neuviemes?|dixiemes?|first|third|fourth|fifth|sixth',
  seat: 'billets?|places?|sieges?|tickets?|e-billets?|e-tickets?|seats?|spectateurs?|spectatrices?|personnes?|justificatifs?|justifs?|documents?|pieces?|demandes?|dossiers?|ones?',
  proof:
    "justificatifs?|documents?|doc|docs|pieces?(?: jointes?)?|pj|cartes?|attestations?|photos?|photocopies?|images?|scans?|fichiers?|certificats?|copies?|avis|cni|carte d'identite|passeport|pass education|livret de famille|justif|justifs|card|proof|document|file|picture|certificate|id",
  prooftail:
    "etudiante?s?|d'etudiante?s?|d'identite|de scolarite|vitale|pole emploi|france travail|caf|jeune|famille nombreuse|d'invalidite|joints?|jointes?|fournie?s?|recue?s?|envoyee?s?|transmise?s?|presentee?s?|deposee?s?|de reduction|de domicile|card|provided|attached|sent",
  det: "le|la|les|l'|un|une|votre|vos|son|sa|ses|ce|cet|cette|ces|leur|leurs|du|de la|de l'|des|the|your|his|her|their|this|that|a|an",
  is: "est|sont|semble|parait|me semble|a l'air|is|are|was|looks|seems|sera|serait",
  very: 'tres|trop|totalement|completement|malheureusement|bien|deja|toujours|entierement|too|very|completely|unfortunately|already',
  moi: 'pour (?:moi|nous|ma part|notre part)|de (?:ma|notre) part|de (?:mon|notre) cote|a mes yeux|for me|for us|by me|with me|to me',
  la: "a l'entree(?: de la salle| du theatre)?|a la porte|au guichet|sur place|a l'accueil|a la billetterie le soir|le soir meme|at (?:the )?door|at (?:the )?entrance|at (?:the )?box office",
};
