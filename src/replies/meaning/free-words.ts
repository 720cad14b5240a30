import { joinedNorms, wordsOf } from './words';

/** May these folded words be the reason of the refusal just before them? Not when they approve, doubt, ask or take back. */
export function mayBeReason(folded: string): boolean {
  const said = folded.replaceAll(
    /\b(?:pas|non|not|plus|jamais) (?:\S+ )?(?:ok|valides?|validees?|acceptes?|acceptees?|conformes?|accord|bon|bonne|valid|approved|accepted|good)\b/g,
    '',
  );
  return !APPROVES.test(said) && !DOUBTS.test(said);
}

/** What is asked for may be put as a question or with an « if », but never with an approval. */
export function mayBeAsked(folded: string): boolean {
  return !APPROVES.test(folded) && !/\b(?:finalement|annul\w*|oubli\w*|refus\w*)\b/.test(folded);
}

/** Any word that an approval does not go with, anywhere in the text. */
export function isHesitant(text: string): boolean {
  return HOLDS_BACK.test(joinedNorms(wordsOf(text)));
}

const HOLDS_BACK =
  /\?|\b(?:non|pas|ne|n'|mais|sauf|si|s'|refus\w*|attend\w*|annul\w*|stop|erreur|faux|fausse|probleme|finalement|plutot|no|not|don'|but|wait|cancel\w*|if|unless|wrong)(?= |$)/;

const APPROVES =
  /\b(?:ok|okay|oui|yes|valide[zr]?|valides|validees?|validons|accepte[zr]?|acceptes|acceptees?|acceptons|accorde[zr]?|accordees?|conformes?|approuve\w*|approve[ds]?|accepted|good|fine|favorable|d' accord|c' est bon|bon pour|tant pis|laisse[zr]? passer|quand meme)\b|[👍👌✅✔🆗]/u;
const DOUBTS =
  /\b(?:si|s'|sauf|sinon|finalement|attend\w*|annul\w*|oubli\w*|peut-etre|sous reserve|a condition|en fait|mais|hesite|doute|sais|sure?s?|verrai?|verrons|voir avec|regarde|en attente|pas encore|plus tard|demain|rappel\w*|if|unless|maybe|wait|actually|but|except|non|no|refus\w*)\b/;
