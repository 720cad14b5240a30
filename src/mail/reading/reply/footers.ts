/** Where the reviewer's own words end: a separator, a closing formula, a footer of the program, a disclaimer. */
export function findFooter(lines: readonly string[]): number | undefined {
  const at = lines.findIndex((line) => isFooter(line));
  return at >= 0 ? at : undefined;
}

/** Only what a program or a house puts under every mail. A closing formula is the writer's own. */
export function isFooter(line: string): boolean {
  const bare = line.replaceAll(/[*_]/g, '').trim();
  return line === '--' || line === '-- ' || /^(?:--|__|—|–)$/.test(bare) || FOOTERS.some((footer) => footer.test(bare));
}

export function isClosing(line: string): boolean {
  const bare = line.replaceAll(/[*_]/g, '').trim();
  return CLOSING.test(bare) || THANKS_BEFORE_NAME.test(bare);
}

const FOOTERS: readonly RegExp[] = [
  /^envoy[ée] (?:de|depuis|[àa] partir de) (?:mon|ma|mes|l['’]app\w*|outlook|courrier|yahoo|gmail|mail|la messagerie|windows|proton|samsung)\b.{0,120}$/i,
  /^envoy[ée] (?:avec|par|via|gr[âa]ce [àa]) (?:la messagerie|l['’]app\w*|outlook|proton|yahoo|gmail|mail|courrier|spark|bluemail|thunderbird|aquamail)\b.{0,120}$/i,
  /^envoy[ée] sans fil .{1,120}$/i,
  /^(?:t[ée]l[ée]charger|obtenir|get) outlook (?:pour|for) .{1,120}$/i,
  /^sent (?:from|with|via|using) .{1,120}$/i,
  /^provenance ?: courrier .{1,60}$/i,
  /^(?:garanti )?sans virus\b.{0,80}$/i,
  /^(?:l['’]absence de virus|virus-free)\b.{0,120}$/i,
  /^yahoo mail ?: .{1,100}$/i,
  /^(?:ce message|ce courriel|ce mail|cet e-?mail|le pr[ée]sent message|les informations contenues|this (?:e-?mail|message))\b.{0,300}(?:confiden|destin|privil|intended|pi[èe]ces? jointe|attachment)/i,
  /^(?:confidentialit[ée]|avertissement|avis de confidentialit[ée]|disclaimer|confidentiality notice)\b/i,
  /^(?:pensez|p please|please consider|avant d['’]imprimer|n['’]imprimez|merci de n['’]imprimer|merci de penser)\b.{0,160}(?:imprim|print|environnement|plan[èe]te)/i,
];

/** With the comma only: « Merci » may also stand above the answer. */
const THANKS_BEFORE_NAME =
  /^(?:(?:un grand )?merci(?: beaucoup| d['’]avance| par avance)?|(?:many )?thanks|thank you|bonne (?:journ[ée]e|soir[ée]e|r[ée]ception)) ?,$/i;

const CLOSING =
  /^(?:(?:bien|tr[èe]s|tr[èe]s bien|sinc[èe]rement) )?(?:cordialement|amicalement|sinc[èe]rement|respectueusement)(?: (?:vôtre|à vous|a vous))?[ ,.!]*$|^(?:cdt|cdlt|cordt|bien [àa] (?:vous|toi)|salutations(?: distingu[ée]es)?|(?:mes |nos )?(?:sinc[èe]res|cordiales|meilleures) salutations|bises|(?:kind|best|warm)? ?regards|best wishes|best|cheers|sincerely|yours (?:sincerely|faithfully|truly))[ ,.!]*$/i;
