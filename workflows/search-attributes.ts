import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What people filter by in Temporal's UI. Registered before the workers start; never a name or an address. */
export const ORDER_STATUS = defineSearchAttributeKey('OrderStatus', SearchAttributeType.KEYWORD);
export const VENUE_ID = defineSearchAttributeKey('VenueId', SearchAttributeType.KEYWORD);
export const WAITS_FOR = defineSearchAttributeKey('WaitsFor', SearchAttributeType.KEYWORD);
