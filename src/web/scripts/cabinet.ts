/** Where a browser keeps the door's page and what it is made of. */
export const CABINET = 'porte-1';
