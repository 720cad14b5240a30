import { drawHeadline } from './headline';
import type { Leaf } from './leaf';
import { drawLetterhead } from './letterhead';
import { drawMentions } from './mention-columns';
import { drawPlaceBox, PLACE_BOX_HEIGHT } from './place-box';
import { drawPrice } from './price-row';
import { drawProofBand } from './proof-band';
import { drawTicketCode } from './ticket-code';
import { inFace } from './fitting';
import type { Sheet } from './sheet';

/** One seat's ticket, on the upper half of its page: folded once, the sheet shows all that is checked. The lower half is the outing. */
export function drawTicket(sheet: Sheet, leaf: Leaf): void {
  const { atTheDoor } = leaf.ticket;
  const zones = atTheDoor ? WITH_BAND : WITHOUT_BAND;
  drawLetterhead(sheet, leaf);
  if (atTheDoor) drawProofBand(sheet, leaf, atTheDoor);
  drawHeadline(sheet, leaf, { x: 12, y: zones.headline, width: 132, height: zones.place - zones.headline });
  drawPlaceBox(sheet, leaf, zones.place);
  drawPrice(sheet, leaf, { x: 12, y: zones.price, width: 132, height: zones.mentions - zones.price });
  drawTicketCode(sheet, leaf, { x: 152, y: zones.headline, width: 46, height: 46 });
  drawMentions(sheet, leaf, zones.mentions);
  drawFold(sheet, leaf);
}

/** The tops of the zones, in millimetres: the band pushes the ticket down and takes its air, never a word of it. */
const WITHOUT_BAND = { headline: 34, place: 75, price: 75 + PLACE_BOX_HEIGHT, mentions: 116 };
const WITH_BAND = { headline: 47.5, place: 84.5, price: 84.5 + PLACE_BOX_HEIGHT - 1, mentions: 121.5 };

function drawFold(sheet: Sheet, { words }: Leaf): void {
  sheet.ornament(() => {
    sheet.dottedRule({ x: 0, y: 148.5 }, { x: 210, y: 148.5 });
    for (const line of sheet.lines(inFace('text', words.foldHere), 7.5, 60)) sheet.write(line, { x: 198, baseline: 152.3, align: 'right' });
  });
}
