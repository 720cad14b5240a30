import { LEFT } from './kept';

/** Somebody left here while there was no network (leave.ts): nothing is taken or kept any more. */
export const leaving = { isDone: localStorage.getItem(LEFT) !== null };
