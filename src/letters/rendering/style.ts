/** Colours and faces of docs/look.md 2. No web font in a mail: Georgia and Arial stand in. */
export const INK = '#1b1a1e';
export const GREY = '#57545c';
export const ACCENT = '#0a5564';
export const ALERT = '#a3242b';
export const HAIRLINE = '#d9d6cf';
export const BEHIND = '#e9e7e2';

export const SERIF = "Georgia,'Times New Roman',serif";
export const SANS = 'Arial,Helvetica,sans-serif';

/** All rules stand in the tags, as many mail programs drop the sheet; the sheet only narrows the page on a phone. */
export const SHEET = `body{margin:0;padding:0}
@media (max-width:640px){
.behind{padding:0!important}
.pad{padding-left:20px!important;padding-right:20px!important}
.half{display:block!important;width:auto!important;padding-left:0!important;padding-right:0!important}
.way{display:block!important;width:auto!important;text-align:left!important}
.way-link{padding-top:0!important;border-top:0!important}
.h1{font-size:28px!important}
}`;

export function css(rules: Readonly<Record<string, string>>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

/** Text of the body. */
export const BODY = { 'font-family': SANS, 'font-size': '17px', 'line-height': '1.5', color: INK } as const;
export const TITLE = { 'font-family': SERIF, 'font-weight': 'bold', color: INK } as const;
