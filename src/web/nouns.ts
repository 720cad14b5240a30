import type { Router } from 'express';
import type { ApiRoute } from './api/route';
import { allocationRoutes } from './catalogue/allocation-routes';
import { changeRoutes } from './catalogue/change-routes';
import { gridRoutes } from './catalogue/grid-routes';
import { houseEntryRoutes } from './catalogue/house-routes';
import { tariffEntryRoutes } from './catalogue/tariff-routes';
import { tillEntryRoutes } from './catalogue/till-routes';
import { checkInPages } from './check-in/check-in';
import { checkInRoutes } from './check-in/check-in-routes';
import { correctAddress } from './customer/correct-address';
import { customerRoutes } from './customer/customer-routes';
import { entries } from './customer/entry';
import { orderPages } from './customer/order';
import { paymentReturn } from './customer/payment-return';
import { seatDeeds } from './customer/seat-deeds';
import { signOut } from './customer/sign-out';
import { takeHome } from './customer/tickets';
import { mailRoutes } from './mails/mail-routes';
import { deskMails } from './mails/mails';
import { commandRoutes } from './orders/command-routes';
import { deskRefund } from './orders/money-panel';
import { orderRoutes } from './orders/order-routes';
import { deskOrder } from './orders/order-sheet';
import { deskSearch } from './orders/search';
import { deskQueue } from './review/queue';
import { deskReview } from './review/review';
import { saleEntryRoutes } from './sale/sale-routes';
import { deskSaleRules } from './sale/sale-rules';
import { deskSales } from './sale/sales';
import { addressRoutes, reviewerRoutes } from './settings/address-routes';
import { deskAddresses } from './settings/addresses';
import { deskKeys } from './settings/keys';
import { textPreview } from './settings/preview';
import { proofSettingsRoutes } from './settings/proof-routes';
import { authenticationRoutes, deskReplies } from './settings/replies';
import { deskSettings } from './settings/settings';
import { deskStaff } from './settings/staff';
import { textChangeRoutes, textRoutes } from './settings/text-routes';
import { deskTexts } from './settings/texts';
import { basketPages } from './shop/basket';
import { chooseSeats } from './shop/choose-seats';
import { basketDetails } from './shop/details';
import { orderToBasket } from './shop/order-to-basket';
import { basketPlan } from './shop/plan';
import { programme } from './shop/programme';
import { shopRoutes } from './shop/shop-routes';
import { accessRoutes } from './sign-in/access-routes';
import { deskInvitation } from './sign-in/account/invitation';
import { deskAccount } from './sign-in/account/own';
import { deskSignIn } from './sign-in/sign-in';
import { deskStatistics } from './statistics/statistics';
import { templateRoutes } from './templates/template-routes';
import { deskTemplates } from './templates/templates';
import { deskCounter } from './till/counter';
import { tillRoutes } from './till/till-routes';
import type { Site } from './visit';

interface Noun {
  /** For people. */
  readonly pages?: readonly ((site: Site) => Router)[];
  /** For programs. */
  readonly routes?: readonly ((site: Site) => readonly ApiRoute[])[];
}

/** What each room answers, in the order of the API's document; a page or an operation that is added is named here, once. */
const NOUNS: Readonly<Record<string, Noun>> = {
  shop: { pages: [programme, chooseSeats, basketPages, basketPlan, basketDetails, orderToBasket], routes: [shopRoutes] },
  orders: { pages: [deskSearch, deskOrder, deskRefund], routes: [orderRoutes, commandRoutes] },
  review: { pages: [deskQueue, deskReview] },
  mails: { pages: [deskMails], routes: [mailRoutes] },
  checkIn: { pages: [checkInPages], routes: [checkInRoutes] },
  till: { pages: [deskCounter], routes: [tillRoutes] },
  customer: { pages: [entries, signOut, orderPages, seatDeeds, takeHome, correctAddress, paymentReturn], routes: [customerRoutes] },
  statistics: { pages: [deskStatistics] },
  catalogue: { routes: [tillEntryRoutes, tariffEntryRoutes, houseEntryRoutes, gridRoutes, allocationRoutes] },
  sale: { pages: [deskSales, deskSaleRules], routes: [saleEntryRoutes] },
  templates: { pages: [deskTemplates], routes: [templateRoutes] },
  changes: { routes: [changeRoutes] },
  settings: {
    pages: [deskSettings, deskTexts, textPreview, deskAddresses, deskReplies, deskStaff, deskKeys],
    routes: [proofSettingsRoutes, addressRoutes, reviewerRoutes, authenticationRoutes, textRoutes, textChangeRoutes],
  },
  signIn: { pages: [deskSignIn, deskInvitation, deskAccount], routes: [accessRoutes] },
};

export function nounPages(site: Site): readonly Router[] {
  return Object.values(NOUNS).flatMap(({ pages = [] }) => pages.map((page) => page(site)));
}

/** Every operation of the API, in the order of its document. */
export function apiRoutes(site: Site): readonly ApiRoute[] {
  return Object.values(NOUNS).flatMap(({ routes = [] }) => routes.flatMap((route) => route(site)));
}
