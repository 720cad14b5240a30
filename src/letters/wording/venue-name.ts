/** « du Théâtre des Mariniers », « de l’Opéra », « de la Maison du Port »; undefined where we cannot tell. */
export function ofVenue(name: string): string | undefined {
  const [first = '', ...rest] = name.split(' ');
  if (first === 'Le') return `du ${rest.join(' ')}`;
  if (first === 'Les') return `des ${rest.join(' ')}`;
  if (first === 'La' || first.startsWith('L’') || first.startsWith("L'")) return `de ${name}`;
  if (MASCULINE.includes(first)) return `du ${name}`;
  if (FEMININE.includes(first)) return `de la ${name}`;
  return ELIDED.includes(first) ? `de l’${name}` : undefined;
}

const MASCULINE = [
  'Théâtre',
  'Centre',
  'Palais',
  'Festival',
  'Grand',
  'Petit',
  'Nouveau',
  'Cirque',
  'Zénith',
  'Pôle',
  'Carré',
  'Quai',
  'Forum',
];
const FEMININE = ['Maison', 'Scène', 'Comédie', 'Salle', 'Ferme', 'Halle', 'Cité', 'Philharmonie', 'Fabrique', 'Manufacture', 'Grange'];
const ELIDED = ['Opéra', 'Espace', 'Auditorium', 'Atelier', 'Odéon', 'Usine', 'Agora', 'Arsenal', 'Hippodrome', 'Abbaye', 'Association'];
