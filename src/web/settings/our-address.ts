import { say } from '../../wording/typography';

/** To whoever types for a customer: the shop says it to the buyer (`address-of-the-house`). */
export const OUR_ADDRESS = say`Cette adresse est celle de la billetterie : écrivez celle du client.`;
