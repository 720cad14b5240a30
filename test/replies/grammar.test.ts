import type { MeantDecision } from '../../src/domain/decision/reply';
import { meaningOf } from '../../src/replies/grammar';

const THREE = [1, 2, 3];

/** Short forms of decisions: « oui 1,3 », « non 2 expired-document », « oui » for all. */
function shortly(decisions: readonly MeantDecision[]): readonly string[] {
  const verbs = { approve: 'oui', refuse: 'non', 'more-info': 'plus', 'check-at-door': 'porte' };
  return decisions.map(({ decision, seats, reason }) =>
    [verbs[decision], seats === 'all' ? undefined : seats.join(','), reason].filter(Boolean).join(' '),
  );
}

describe('approving all', () => {
  it.each([
    'ok',
    'OK',
    'Ok.',
    'OK !',
    'ok pour moi',
    "C'est bon pour moi",
    'C’est bon pour moi',
    "c'est bon",
    'cest bon',
    "Oui c'est bon pour moi.",
    'ok parfait',
    'Oui, ça me va 👍',
    'validé',
    'Validée',
    'VALIDÉ',
    'valide',
    'je valide',
    'justificatif conforme',
    'conforme',
    'RAS, vous pouvez envoyer les billets',
    'Accepté',
    'Bon pour accord',
    '👍',
    '👍🏽',
    '+1',
    "C'est tout bon !",
    "Pas de problème, c'est validé",
    'Rien à redire, ok',
    'Aucun souci, je valide',
    'oui',
    'OUI',
    'Oui.',
    'ACCORD',
    'Accordé',
    'Accordée.',
    "d'accord",
    "D'accord pour moi",
    '*OK*',
    'O\u200BK',
    'OK\u00A0!',
    'Bonjour,\n\nOK\n\nMerci',
    'Bonjour à tous, ok pour tous. Bonne journée',
    'Bonjour Sophie,\nc’est bon pour moi, merci beaucoup !',
    'OK\nbelle soirée à eux',
    'Ok\n\nMarie Dupont\nResponsable billetterie\n01 42 00 00 00',
    'ok pour les trois',
    'Je valide les 3 billets',
    'Tous les justificatifs sont conformes',
    'OUI 1,2,3'.replace('1,2,3', 'tous'),
    'yes',
    'Approved',
    'approved!',
    'Looks good to me',
    'All good, thanks',
    'Hello, fine by me. Kind regards',
    'ok for all',
    'Yes, please send the tickets',
  ])('%j', (text) => {
    expect(meaningOf(text, THREE)).toEqual({ intent: 'decision', decisions: [{ seats: 'all', decision: 'approve' }] });
  });

  it('knows a person by name only where the letter lists one seat, or nobody says how many', () => {
    const text = 'Bonjour, OK pour Mme Martin. Cordialement';
    expect(shortly(meaningOf(text, [1]).decisions)).toEqual(['oui']);
    expect(shortly(meaningOf(text).decisions)).toEqual(['oui']);
    expect(meaningOf(text, [1, 2]).intent).toBe('unclear');
  });

  it('knows of one document only where the letter lists one seat', () => {
    expect(shortly(meaningOf('Le justificatif est conforme', [1]).decisions)).toEqual(['oui']);
    expect(meaningOf('Le justificatif est conforme', THREE).intent).toBe('unclear');
    expect(meaningOf('la carte d’étudiant est ok', THREE).intent).toBe('unclear');
  });

  it('counts the seats that are spoken of', () => {
    expect(shortly(meaningOf('Je valide les 2 billets', [1, 2]).decisions)).toEqual(['oui']);
    expect(meaningOf('Je valide les 2 billets', THREE).intent).toBe('unclear');
  });
});

describe('refusing all', () => {
  it.each([
    ['non', 'non'],
    ['refusé', 'non'],
    ['Refusé car carte périmée', 'non expired-document'],
    ['refuse, illisible', 'non unreadable'],
    ['non conforme', 'non'],
    ['pas bon', 'non'],
    ["Ce n'est pas bon", 'non'],
    ['Je ne valide pas', 'non'],
    ['pas ok', 'non'],
    ['KO', 'non'],
    ['NOK', 'non'],
    ["pas d'accord", 'non'],
    ['REFUS', 'non'],
    ['👎', 'non'],
    ['Carte expirée depuis le 31/08', 'non expired-document'],
    ['Attestation de plus de 3 mois', 'non expired-document'],
    ["L'attestation date de plus de trois mois", 'non expired-document'],
    ['Le nom ne correspond pas', 'non name-mismatch'],
    ['Document illisible, merci de renvoyer un justificatif plus clair.', 'plus unreadable'],
    ['Justificatif illisible', 'non unreadable'],
    ['Justificatif non conforme', 'non'],
    ['Nom différent entre la CNI et le ...', 'non name-mismatch'],
    ['Il manque le verso', 'plus missing-page'],
    ["Ce n'est pas une carte d'étudiant", 'non wrong-type'],
    ['Photo floue, à renvoyer', 'plus unreadable'],
    ['NON date manquante', 'non date-missing'],
    ['Non, mauvais document', 'non wrong-type'],
    ['Refusé\nla carte est périmée', 'non expired-document'],
    ['Non : il manque la page 2', 'non missing-page'],
    ['Refusé, doublon', 'non duplicate-document'],
    ['no, expired', 'non expired-document'],
    ['Rejected: the name does not match', 'non name-mismatch'],
    ['Not approved, blurry picture', 'non unreadable'],
    ['Refused. Wrong document.', 'non wrong-type'],
  ])('%j', (text, expected) => {
    const meaning = meaningOf(text, THREE);
    expect([meaning.intent, ...shortly(meaning.decisions)]).toEqual(['decision', expected]);
  });

  it('keeps the words of a reason as they were typed', () => {
    expect(meaningOf('NON 2 Carte périmée depuis août', THREE).decisions[0]?.words).toBe('Carte périmée depuis août');
    expect(meaningOf('Refusé car carte périmée').decisions[0]?.words).toBe('carte périmée');
    expect(meaningOf('Non.\nLe tampon de l’école manque').decisions[0]?.words).toBe('Le tampon de l’école manque');
  });
});

describe('by seat', () => {
  it.each([
    ['ok pour le 1er, manque le justificatif du 2e billet', ['oui 1', 'plus 2 quantity-mismatch']],
    ['1 ok, 2 refusé', ['oui 1', 'non 2']],
    ['billet 2 : non conforme', ['non 2']],
    ["les deux premiers c'est bon, le troisième non", ['oui 1,2', 'non 3']],
    ['OUI 1,3\nNON 2 illisible', ['oui 1,3', 'non 2 unreadable']],
    ['OUI 1 3', ['oui 1,3']],
    ['oui 1 et 3, non 2 : carte périmée', ['oui 1,3', 'non 2 expired-document']],
    ['OUI 1 NON 2 illisible', ['oui 1', 'non 2 unreadable']],
    ['PLUS 2 date manquante', ['plus 2 date-missing']],
    ['PLUS 2 quelle est la date de naissance ?', ['plus 2']],
    ['PORTE 1', ['porte 1']],
    ['PORTE', ['porte']],
    ['OUI 1\nNON 2 illisible\nPORTE 3', ['oui 1', 'non 2 unreadable', 'porte 3']],
    ['1. oui\n2. non\n3. oui', ['oui 1,3', 'non 2']],
    ['1) ok\n2) ok\n3) non, périmée', ['oui 1,2', 'non 3 expired-document']],
    ['Place 1 : OK\nPlace 2 : refusé, illisible', ['oui 1', 'non 2 unreadable']],
    ['OK sauf le 2 (carte périmée)', ['oui 1,3', 'non 2 expired-document']],
    ['Tout est bon sauf le 3 : périmé', ['oui 1,2', 'non 3 expired-document']],
    ['OUI sauf la 3, il manque le verso', ['oui 1,2', 'plus 3 missing-page']],
    ['OUI sauf la 3\nNON 3', ['oui 1,2', 'non 3']],
    ['OUI mais pas la 3', ['oui 1,2', 'non 3']],
    ["le 2 est périmé, les autres c'est bon", ['non 2 expired-document', 'oui 1,3']],
    ['1 et 3 ok, le 2 est illisible', ['oui 1,3', 'non 2 unreadable']],
    ['ok pour le premier et le dernier', ['oui 1,3']],
    ['n°2 ok', ['oui 2']],
    ['YES 1, NO 2 expired', ['oui 1', 'non 2 expired-document']],
    ['ok for seats 1 and 3, seat 2 is unreadable', ['oui 1,3', 'non 2 unreadable']],
    ['the first two are ok, the last one no', ['oui 1,2', 'non 3']],
  ])('%j', (text, expected) => {
    const meaning = meaningOf(text, THREE);
    expect([meaning.intent, ...shortly(meaning.decisions)]).toEqual(['decision', ...expected]);
  });

  it('applies nothing where a seat does not exist, or is said two things of', () => {
    expect(meaningOf('OUI 1,4', THREE)).toMatchObject({ intent: 'unclear', decisions: [] });
    expect(meaningOf('OUI 1\nNON 1', THREE)).toMatchObject({ intent: 'unclear', decisions: [], contradictory: true });
    expect(meaningOf('OK\nNON 2', THREE)).toMatchObject({ intent: 'unclear', decisions: [], contradictory: true });
  });
});
