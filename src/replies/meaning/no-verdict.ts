import type { Meaning } from '../../domain/decision/reply';
import { joinedNorms, wordsOf } from './words';

/** Words about the mail, not about the proofs: they decide nothing, whatever else they look like. */
export function noVerdictIn(kept: string): Meaning['noVerdict'] {
  // Where a sign was lost a seat's number may have stood, or « not ».
  if (/[\uFFFD\p{Co}]/u.test(kept)) return 'damaged';
  const folded = joinedNorms(wordsOf(kept));
  if (MAIL_SERVER.some((words) => words.test(folded))) return 'mail-server';
  return CANNOT_SEE.some((words) => words.test(folded)) && !REFUSES.test(folded) ? 'cannot-see' : undefined;
}

const MAIL_SERVER: readonly RegExp[] = [
  /\b(?:boite|boite aux lettres|messagerie|mailbox|inbox|quota|postfach) (?:\S+ ){0,3}(?:pleine?|full|saturee?|over|exceeded|depassee?|voll|unavailable|indisponible|disabled|desactivee?)\b/,
  /\b(?:over|exceeded) (?:\S+ )?quota\b|\bquota (?:\S+ )?(?:exceeded|depasse)\b|\bmailbox full\b/,
  /\b(?:invalid|unknown|no such|unrouteable|bad) (?:recipient|user|address|mailbox|host|destination)|\b(?:recipient|user|mailbox|address|host|domain) (?:\S+ ){0,3}(?:unknown|not found|rejected|refused|invalid|unavailable|does not exist)\b/,
  /\b(?:destinataire|utilisateur|adresse|domaine|boite) (?:\S+ ){0,4}(?:inconnue?|introuvable|inexistante?|injoignable|bloquee?|rejetee?)\b/,
  /\b(?:par|by|from|of|du|le|the) (?:le |the |remote |mail |receiving )*(?:serveur|server|mail host|host|relais|relay|mta|mx|hote)\b|\bserveur (?:de messagerie|smtp|distant)\b/,
  /\bin reply to (?:\S+ ){0,4}(?:command|rcpt|mail|data|end of)|\bin reply to \)|\( in reply to\b|\breject reason\b|\breason : (?:mailbox|spam)|\bdiagnostic(?:s)? (?:code|info\w*)|\binformations? de diagnostic/,
  /\b(?:try|retry|essayer|reessayer|reessayez|essayez) (?:\S+ ){0,2}(?:again later|later|plus tard)\b|\btemporarily (?:deferred|rejected|unavailable)|\bgreylist/,
  /\b[45]\d\d [45] ?\. ?\d\d? ?\. ?\d{1,3}\b|\b[45]\.\d\.\d{1,3}\b|\bsmtp\b|\b(?:550|551|552|553|554|450|451|452) /,
  /\b(?:undelivered|undeliverable|non remis|non distribue|delivery (?:failed|failure|status|has failed)|echec de (?:la )?(?:remise|distribution)|returned to sender|message (?:blocked|bloque|rejected|rejete)|access denied|relaying denied|spam detected|considered spam)\b/,
];

const SEEN =
  "(?:(?:l'|la |le |les |d'|de |des |un |une |aucune? |votre |vos |the |any |an? )? ?)?(?:pieces?(?: jointes?)?|pjs?|fichiers?(?: joints?)?|documents?(?: joints?)?|pdfs?|images?|photos?|scans?|justificatifs?|liens?|attachments?|files?|links?|pictures?|proofs?|rien|anything|nothing)";
const OPEN = '(?:ouvrir|afficher|telecharger|charger|visualiser|acceder(?: a)?|open|view|display|download|load)';

const CANNOT_SEE: readonly RegExp[] = [
  // « je ne vois pas la pièce jointe », « je ne vois rien »; but « je ne vois pas la date » is about the proof
  new RegExp(
    `\\b(?:je|j'|nous|i)(?: y)? ?(?:ne |n' |n'y )?(?:(?:ai |avons )?(?:vois|voyons|trouve|trouvons|recois|recu|retrouve|arrive a voir|see|find|have|got)) ?(?:pas|plus|aucune?|rien|no|not)(?: (?:du tout|bien|encore))?(?: ${SEEN})?(?= |$)(?! (?:la |le |les |l' |de |d' )?(?:date|nom|annee|verso|recto|photo d' identite|numero|probleme|raison|pourquoi|motif|souci|inconvenient|objection))(?=(?: (?:du tout|sur|dans|chez|ici|de mon|a l'|dans le|en|de la|de|du|pour)[^.,;:!?]*)?(?: [.,;:!?…)]| $|$))`,
  ),
  new RegExp(
    `\\bn' (?:ai|avons) (?:pas|rien|plus|aucune?)(?: (?:recue?s?|vu|eu|trouve))?(?: ${SEEN})?(?= |$)(?=(?: (?:du tout|sur|dans|chez|ici|de|du|pour)[^.,;:!?]*)?(?: [.,;:!?…)]| $|$))`,
  ),
  /\bi (?:see|have|got|received) (?:nothing|no (?:attachment|file|picture)s?)\b/,
  new RegExp(
    `\\b(?:can not|cannot|can' t|could not|couldn' t|don' t|do not|unable to|not able to) (?:see|find|${OPEN})(?: ${SEEN}| it| them| that)?(?= |$)`,
  ),
  new RegExp(
    `\\b(?:arrive|arrives|arrivons|reussis|reussit|parviens|parvient|peux|peut|pouvons|pu) (?:pas|plus|jamais|rien)? ?(?:a |y )?(?:l' |les |la |le )?${OPEN}\\b`,
  ),
  new RegExp(`\\bimpossible (?:d' |de |a |pour moi d' )?(?:l' |les |la |le )?${OPEN}\\b`),
  new RegExp(
    `\\b(?:ne |n' )?(?:s' ouvre(?:nt)?|s' affiche(?:nt)?|charge(?:nt)?|se charge(?:nt)?|passe(?:nt)?|fonctionne(?:nt)?|marche(?:nt)?|est (?:pas )?passee?) (?:pas|plus|mal)\\b`,
  ),
  /\b(?:pieces? jointes?|pjs?|pdfs?|fichiers?(?: joints?)?|attachments?|the file|mail|message|e-mail|courriel) (?:\S+ ){0,3}(?:vides?|manquantes?|manque|absente?s?|missing|empty|corrompue?s?|endommagee?s?|corrupt(?:ed)?|illisibles? (?:chez|sur))(?= |$)/,
  /\b(?:manque|manquent|manquait|missing|sans|pas de|pas d'|no|without|oublie|oubliee?|forgot) (?:\S+ )?(?:pieces? jointes?|pjs?|fichiers? joints?|attachments?)\b/,
  /\b(?:illisibles?|floue?s?|petite?s?|visibles?|lisibles?|vois rien|voit rien|unreadable|ouvre pas) (?:\S+ ){0,2}(?:sur|depuis|avec|chez|on|from|with) (?:mon|ma|mes|moi|my|le|la) ?(?:telephone|tel|portable|mobile|smartphone|iphone|ecran|ordi\w*|pc|mac|tablette|ipad|poste|phone|screen|computer|laptop|messagerie|boite|webmail|outlook|gmail)?(?= |$)/,
  /\b(?:depuis|sur|from|on) (?:mon|my) (?:telephone|tel|portable|mobile|smartphone|iphone|phone)\b.{0,60}\b(?:illisible|vois pas|voit pas|arrive pas|peux pas|can' t|cannot)\b/,
  /\b(?:nicht offnen|kann (?:\S+ ){0,3}nicht (?:sehen|offnen|lesen)|no (?:puedo|consigo) (?:abrir|ver)|non (?:riesco|posso) (?:\S+ )?(?:aprire|vedere|ad aprire|a vedere))\b/,
];

/** A refusal in so many words, or of a seat by its number, stands with whatever reason. */
const REFUSES =
  /(?:^|[.!?;,:] )(?:c' est |je |on |nous |bonjour ,? ?)?(?:refus\w*|rejet\w*|(?:non|no|ko|nok) (?:pour )?(?:le |la |les )?\d)/;
