import { ABOUT_PROOFS, isSentWith } from './sent-with';

/** Where the reviewer's own words end: a separator, a closing formula, a footer of the program, a disclaimer. */
export function findFooter(lines: readonly string[]): number | undefined {
  const at = lines.findIndex((line) => isFooter(line));
  return at >= 0 ? at : undefined;
}

/** Only what a program or a house puts under every mail. A closing formula is the writer's own. */
export function isFooter(line: string): boolean {
  const bare = line.replaceAll(/[*_]/g, '').trim();
  if (line === '--' || line === '-- ' || /^(?:--|__|—|–)$/.test(bare)) return true;
  if (PROGRAMS.some((footer) => footer.test(bare))) return !ABOUT_PROOFS.test(bare);
  return isSentWith(bare) || isClassification(bare) || FOOTERS.some((footer) => footer.test(bare));
}

export function isClosing(line: string): boolean {
  const bare = line.replaceAll(/[*_]/g, '').trim();
  return CLOSING.test(bare) || THANKS_BEFORE_NAME.test(bare);
}

/** What a house makes its people write over or under every mail: « Classification : Interne », « C1 – Interne ». */
export function isClassification(line: string): boolean {
  return CLASSIFICATIONS.some((classification) => classification.test(line.trim()));
}

const CLASSIFICATIONS: readonly RegExp[] = [
  /^\W*(?:(?:niveau de )?(?:classification|sensibilit[ée]|confidentialit[ée])|diffusion|(?:data |message )?(?:classification|sensitivity)|tlp|klassifizierung|clasificaci[óo]n|classificazione)\s*[:：]\s*\S.{0,60}$/i,
  /^\W*(?:c|s|niveau )[0-4]\s*[-–—:]\s*(?:interne|public|restreint|confidentiel|internal|usage|diffusion|secret).{0,40}$/i,
  /^\W*(?:(?:usage|document|diffusion|strictement) )?(?:interne|internal|restreinte?|confidentiel(?:le)?|confidential|intern|vertraulich|confidencial)(?: (?:use|usage))?(?: only)?\W*$/i,
];

const MESSAGE =
  "(?:ce (?:message|courriel|mail|courrier)|cet? e-?mail|le pr[ée]sent (?:message|courriel|courrier)|le contenu de ce (?:message|courriel|mail)|les informations contenues|l['’]information contenue|this (?:e-?mail|message|communication)|the (?:information|contents?) (?:contained )?(?:in|of) this|diese (?:e-?mail|nachricht)|este (?:correo|mensaje|e-?mail)|esta mensagem|(?:questo messaggio|questa e-?mail)|dit (?:bericht|e-?mailbericht)|deze e-?mail|aquest (?:missatge|correu))";

/** Each on one line: what else stands in it may be the writer’s own. */
const PROGRAMS: readonly RegExp[] = [
  /^(?:t[ée]l[ée]charge[rz]|obtene[zr]|obtenir|get|download|holen sie sich|scaric[ao]|descarg[ao]|obtener|obter|ottieni|baix[ae]|pobierz|h[äa]mta|hent) (?:.{0,20}\s)?(?:outlook|bluemail|fairemail|spark|proton|mailbird|k-9|edison|yahoo|gmail|aquamail|infomaniak)\b.{0,100}$/i,
  /^outlook (?:für|pour|for|para|per|voor|för) (?:ios|android|mac|windows)\b.{0,80}$/i,
  /^(?:(?:veuillez |merci d['’])?excuse[rz]?|please (?:excuse|forgive)|bitte entschuldigen|disculpe|scusate|d[ée]sol[ée]e? (?:pour|de)) .{0,30}(?:bri[èe]vet[ée]|fautes?|frappe|brevity|typos?|k[üu]rze|tippfehler|brevedad|errores|brevit[àa]).{0,60}$/i,
];

const FOOTERS: readonly RegExp[] = [
  /^-----BEGIN PGP SIGNATURE-----$/,
  /^provenance ?: courrier .{1,60}$/i,
  /^(?:garanti )?sans virus\b.{0,80}$/i,
  /^(?:l['’]absence de virus|virus-free|libre de virus|virenfrei|privo di virus|virusvrij)\b.{0,120}$/i,
  /^yahoo mail ?: .{1,100}$/i,
  new RegExp(
    `^${MESSAGE}\\b.{0,300}(?:confiden|destin|privil|intended|pi[èe]ces? jointe|attach|engage|vertraul|empf[äa]nger|riservat|vertrouwelijk|geadresseerde)`,
    'i',
  ),
  /^(?:si vous (?:n['’][êe]tes pas le destinataire|avez re[çc]u ce|recevez ce)|if you (?:are not the intended|have received this)|toute (?:utilisation|diffusion|reproduction|divulgation)|les opinions exprim[ée]es)\b/i,
  /^(?:confidentialit[ée]|avertissement|avis de confidentialit[ée]|disclaimer|confidentiality notice|haftungsausschluss|aviso legal|avviso di riservatezza)\b/i,
  /^(?:pensez|p pensez|p please|please consider|avant d['’]imprimer|n['’]imprimez|merci de n['’]imprimer|merci de penser|adoptons l['’][ée]co|bitte denken)\b.{0,160}(?:imprim|print|environ|plan[èe]te|umwelt|druck)/i,
  /^(?:suivez|retrouvez|rejoignez|d[ée]couvrez|abonnez|r[ée]servez|visitez|consultez|t[ée]l[ée]chargez|toute l['’]actualit[ée]|follow|visit|discover|join)\b.{0,80}\b(?:saison|programm\w*|site|facebook|instagram|linkedin|r[ée]seaux|newsletter|en ligne|application|actualit[ée]s?|spectacles|brochure|agenda|season|website|social)\b.{0,100}$/i,
  /^(?:(?:facebook|instagram|linkedin|twitter|youtube|tiktok|whatsapp|x)(?:\s*[|/·•,–-]\s*|$)){2,8}$/i,
  /^(?:n° ?(?:de )?)?(?:siret|siren|licences?|rcs|tva|code ape)\b.{0,20}\d.{0,100}$/i,
];

/** With the comma only: « Merci » may also stand above the answer. */
const THANKS_BEFORE_NAME =
  /^(?:(?:un grand )?merci(?: beaucoup| d['’]avance| par avance)?|(?:many )?thanks|thank you|bonne (?:journ[ée]e|soir[ée]e|r[ée]ception)) ?,$/i;

const CLOSING =
  /^(?:(?:bien|tr[èe]s|tr[èe]s bien|sinc[èe]rement) )?(?:cordialement|amicalement|sinc[èe]rement|respectueusement)(?: (?:vôtre|à vous|a vous))?[ ,.!]*$|^(?:cdt|cdlt|cordt|bien [àa] (?:vous|toi)|salutations(?: distingu[ée]es)?|(?:mes |nos )?(?:sinc[èe]res|cordiales|meilleures) salutations|bises|(?:kind|best|warm)? ?regards|best wishes|best|cheers|sincerely|yours (?:sincerely|faithfully|truly))[ ,.!]*$/i;
