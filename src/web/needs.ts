import type { Router } from 'express';
import type { Store } from 'express-session';
import type { Logger } from 'pino';
import type { FillBasket } from '../use-cases/basket/fill-basket';
import type { FillAgain } from '../use-cases/basket/fill-again';
import type { createReopenBasket } from '../use-cases/basket/reopen-basket';
import type { createKeepLonger } from '../use-cases/basket/keep-longer';
import type { PreviewTemplate } from '../use-cases/templates/preview-template';
import type { CheckInTicket } from '../use-cases/check-in';
import type { SellAtCounter } from '../use-cases/till/sell-at-counter';
import type { createAskPayment } from '../use-cases/ask-payment';
import type { AskSignInLink } from '../use-cases/access/ask-sign-in-link';
import type { ChangeOrder } from '../use-cases/change-order';
import type { createDepositProof } from '../use-cases/deposit-proof';
import type { OpenCustomerLink, OpenSignInLink } from '../use-cases/access/open-customer-link';
import type { createPlaceOrder } from '../use-cases/place-order';
import type { PrintTickets } from '../use-cases/letters/print-tickets';
import type { Publish } from '../use-cases/publish';
import type { createReceivePayment } from '../use-cases/receive-payment';
import type { createRecordDecision } from '../use-cases/record-decision';
import type { SettleMail } from '../use-cases/mail/settle-mail';
import type { ChangeSettings } from '../use-cases/settings/change-settings';
import type { EditTexts } from '../use-cases/settings/edit-texts';
import type { ReadPageText } from '../use-cases/settings/page-text';
import type { ShopInstructions } from '../use-cases/settings/shop-instructions';
import type { ManageAccounts } from '../use-cases/access/manage-accounts';
import type { OwnAccount } from '../use-cases/access/own-account';
import type { CorrectAddress } from '../use-cases/access/correct-address';
import type { RenewCustomerLink } from '../use-cases/access/renew-customer-link';
import type { SignIn } from '../use-cases/access/sign-in';
import type { VenueView } from '../domain/order-view';
import type { ChangeLog } from '../ports/catalogue/change-log';
import type { PriceGrids } from '../ports/catalogue/price-grids';
import type { Shelves } from '../ports/catalogue/shelf';
import type { Baskets } from '../ports/sale/baskets';
import type { Catalogue } from '../ports/sale/catalogue';
import type { Readiness } from '../ports/sale/readiness';
import type { ServiceChecks } from '../ports/sale/service-checks';
import type { Allocations, SaleRules } from '../ports/sale/sale-rules';
import type { Payments } from '../ports/sale/payments';
import type { Customers } from '../ports/customers';
import type { CalendarFile } from '../ports/calendar-file';
import type { Clock } from '../ports/clock';
import type { InboundMail } from '../ports/mail/inbound-mail';
import type { Lookalikes } from '../ports/proofs/lookalikes';
import type { Orders } from '../ports/orders';
import type { ProofFiles } from '../ports/proofs/proof-files';
import type { Proofs } from '../ports/proofs/proofs';
import type { Secrets } from '../ports/secrets';
import type { TextSheetOf } from '../domain/texts/field';
import type { VenueSettings } from '../ports/settings/venue-settings';
import type { VenueTexts } from '../ports/settings/venue-texts';
import type { Accounts } from '../ports/accounts';
import type { Attempts, Staff } from '../ports/staff';
import type { Receipts } from '../ports/sale/receipts';
import type { Statistics } from '../ports/sale/statistics';
import type { PictureShrinker, TicketTemplates } from '../ports/tickets/ticket-templates';
import type { CheckIns } from '../ports/tickets/check-ins';
import type { TicketSigner } from '../ports/tickets/ticket-signer';
import type { VenuePictures } from '../ports/tickets/venue-pictures';
import type { RequestLimits } from './limits';

/** A venue that pages speak for. */
export type House = Pick<
  VenueView,
  | 'id'
  | 'name'
  | 'organizer'
  | 'licences'
  | 'address'
  | 'city'
  | 'phone'
  | 'email'
  | 'website'
  | 'openingHours'
  | 'proofsLabel'
  | 'proofRules'
  | 'policy'
  | 'timeZone'
>;

export interface WebSettings {
  /** Scheme, host and port as people type them; https makes the cookies secure. */
  readonly publicUrl: string;
  /** How many proxies stand in front: their word on the client's address is believed, nobody else's. */
  readonly trustedProxies: number;
  readonly sessionSecret: string;
  readonly csrfSecret: string;
  /** Makes the prints of network addresses: without it nobody can try them all. */
  readonly addressSecret: string;
  /** Origins that our forms may lead to beside ourselves: the payment provider's page. */
  readonly paymentOrigins: readonly string[];
  readonly limits: RequestLimits;
  /** The name in the address to which the provider notifies. */
  readonly paymentProvider: string;
}

/** The counter's deeds that the pages and the API ask for. */
interface DeskDeeds {
  readonly checkIn: CheckInTicket;
  readonly previewTemplate: PreviewTemplate;
  readonly fillBasket: FillBasket;
  readonly fillAgain: FillAgain;
  readonly reopenBasket: ReturnType<typeof createReopenBasket>;
  readonly keepLonger: ReturnType<typeof createKeepLonger>;
  readonly sellAtCounter: SellAtCounter;
  readonly placeOrder: ReturnType<typeof createPlaceOrder>;
  readonly askPayment: ReturnType<typeof createAskPayment>;
  readonly publish: Publish;
  readonly receivePayment: ReturnType<typeof createReceivePayment>;
  readonly depositProof: ReturnType<typeof createDepositProof>;
  readonly decisions: ReturnType<typeof createRecordDecision>;
  readonly changeOrder: ChangeOrder;
  readonly printTickets: PrintTickets;
  readonly openCustomerLink: OpenCustomerLink;
  readonly askSignInLink: AskSignInLink;
  readonly openSignInLink: OpenSignInLink;
  readonly signIn: SignIn;
  readonly manageAccounts: ManageAccounts;
  readonly ownAccount: OwnAccount;
  readonly renewCustomerLink: RenewCustomerLink;
  readonly correctAddress: CorrectAddress;
  readonly settleMail: SettleMail;
  readonly changeSettings: ChangeSettings;
  readonly editTexts: EditTexts;
  /** What the venue says of proofs on the pages of the shop (src/web/page/venue-words.ts shows it). */
  readonly shopInstructions: ShopInstructions;
  readonly readPageText: ReadPageText;
}

/** What the wire gives to the web. */
export interface WebNeeds {
  readonly settings: WebSettings;
  readonly log: Logger;
  readonly sessions: Store;
  readonly clock: Clock;
  /** Of the one organizer, the first first; none while nothing is in the catalogue yet. */
  readonly venues: () => Promise<readonly House[]>;
  /** What /readyz looks at, by name; one that rejects is not ready. */
  readonly readiness: Readonly<Record<string, () => Promise<unknown>>>;
  readonly deeds: DeskDeeds;
  readonly calendarFile: CalendarFile;
  readonly catalogue: Catalogue;
  readonly shelves: Shelves;
  readonly priceGrids: PriceGrids;
  readonly changeLog: ChangeLog;
  readonly saleRules: SaleRules;
  readonly allocations: Allocations;
  readonly saleReadiness: Readiness;
  readonly serviceChecks: Pick<ServiceChecks, 'all'>;
  readonly orders: Pick<Orders, 'view' | 'placedUnder' | 'search' | 'timeline' | 'mostPressing' | 'countUnderReview'>;
  readonly inboundMail: Pick<InboundMail, 'countToCheck' | 'list' | 'find' | 'settle' | 'mailboxes'>;
  readonly files: Pick<ProofFiles, 'page' | 'thumbnail' | 'original'>;
  readonly proofs: Pick<Proofs, 'logView' | 'turnPage' | 'markLost' | 'markFound'>;
  readonly lookalikes: Lookalikes;
  readonly accounts: Pick<Accounts, 'list' | 'keys'>;
  readonly staff: Pick<Staff, 'byId' | 'names' | 'apiKeyByHash'>;
  readonly attempts: Attempts;
  readonly secrets: Pick<Secrets, 'hash' | 'knownDevice'>;
  readonly signer: Pick<TicketSigner, 'publicKeys'>;
  readonly pictures: VenuePictures;
  readonly textSheet: TextSheetOf;
  readonly venueTexts: Pick<VenueTexts, 'current' | 'latest' | 'versions'>;
  readonly venueSettings: Pick<VenueSettings, 'venue' | 'reviewers' | 'authentication'>;
  readonly statistics: Statistics;
  readonly templates: Omit<TicketTemplates, 'forOrder'>;
  readonly shrinker: PictureShrinker;
  readonly baskets: Pick<Baskets, 'held' | 'release' | 'formerOrders' | 'takenOverBy'>;
  readonly payments: Pick<Payments, 'find'>;
  readonly receipts: Receipts;
  readonly customers: Customers;
  readonly checkIns: Pick<CheckIns, 'takeBack' | 'houses' | 'list' | 'count' | 'conflicts'>;
  /** Pages of the payment provider that this program serves itself (the sandbox's). */
  readonly providerPages?: Router | undefined;
}
