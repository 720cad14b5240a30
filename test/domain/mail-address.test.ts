import { reachesInbox } from '../../src/domain/mail-address';

const INBOX = 'validation@mariniers.example';

test.each(['validation@mariniers.example', ' Validation@Mariniers.example ', 'validation+abc-oui3@mariniers.example'])(
  'mail to %j comes to the inbox itself',
  (address) => {
    expect(reachesInbox(address, INBOX)).toBe(true);
  },
);

test.each(['validations@mariniers.example', 'validation@autre.example', 'a+validation@mariniers.example', ''])(
  'mail to %j does not',
  (address) => {
    expect(reachesInbox(address, INBOX)).toBe(false);
  },
);
