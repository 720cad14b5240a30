import sharp from 'sharp';

/** A student card of a university that does not exist, as a telephone would take it. */
export function studentCard(name: string, years: string): Promise<Buffer> {
  const [first = '', last = ''] = name.split(' ');
  const text = (x: number, y: number, size: number, words: string, colour = '#1b1a1e') =>
    `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif" fill="${colour}">${words}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
<rect width="1200" height="800" fill="#b9b09e"/>
<g transform="rotate(-2 600 400)"><rect x="150" y="130" width="900" height="560" rx="30" fill="#fff"/>
<path d="M150 160a30 30 0 0 1 30-30h840a30 30 0 0 1 30 30v110H150z" fill="#26497c"/>
${text(190, 220, 44, 'UNIVERSITÉ DE VALCOUR', '#fff')}
<rect x="190" y="310" width="190" height="250" fill="#c9d1dc"/><circle cx="285" cy="400" r="55" fill="#8696a6"/>
<path d="M200 560a85 70 0 0 1 170 0z" fill="#8696a6"/>
${text(430, 360, 50, 'CARTE D’ÉTUDIANT')}${text(430, 430, 44, `${last.toUpperCase()} ${first}`)}
${text(430, 500, 32, `Année universitaire ${years}`)}${text(430, 560, 34, 'Licence, lettres modernes', '#57545c')}
<rect x="190" y="600" width="260" height="50" fill="#1b1a1e"/></g></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
}
