import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from './config';
import { sha256 } from './keys';
import type { World } from './wire';
import { bindChanges, bindDecisions, createBindKey } from '../use-cases/bind-commands';
import type { HoldLimits } from '../domain/sale/hold-limits';
import { createAnswerMail } from '../use-cases/mail/answer-mail';
import { createApplyMail } from '../use-cases/mail/apply-mail';
import { createAskProvider } from '../use-cases/ask-provider';
import { createAskPayment } from '../use-cases/ask-payment';
import { createCheckIn } from '../use-cases/check-in';
import { createFillBasket } from '../use-cases/basket/fill-basket';
import { createFillAgain } from '../use-cases/basket/fill-again';
import { createKeepLonger } from '../use-cases/basket/keep-longer';
import { createReopenBasket } from '../use-cases/basket/reopen-basket';
import { createChangeOrder } from '../use-cases/change-order';
import { createDepositProof, createTellGivenProofs } from '../use-cases/deposit-proof';
import { createFollowCorrection } from '../use-cases/mail/follow-correction';
import { createHandleMail } from '../use-cases/mail/handle-mail';
import { openAttachments } from '../use-cases/letters/letter-attachments';
import { createPlaceOrder } from '../use-cases/place-order';
import { createPrintTickets } from '../use-cases/letters/print-tickets';
import { createPublish } from '../use-cases/publish';
import { createPurgeProofs } from '../use-cases/purge-proofs';
import { createReach } from '../use-cases/reach-story';
import { createHearPayment, createReceivePayment } from '../use-cases/receive-payment';
import { createRecordRefund } from '../use-cases/record-refund';
import { createRecordDecision } from '../use-cases/record-decision';
import { createResumeStories, createTellMissingStories } from '../use-cases/resume-stories';
import { createSellAtCounter } from '../use-cases/till/sell-at-counter';
import { createChangeSettings } from '../use-cases/settings/change-settings';
import { createEditTexts } from '../use-cases/settings/edit-texts';
import { createReadPageText } from '../use-cases/settings/page-text';
import { createShopInstructions } from '../use-cases/settings/shop-instructions';
import { createPreviewTemplate } from '../use-cases/templates/preview-template';
import { createSettleDifference } from '../use-cases/till/settle-difference';
import { createSettleMail } from '../use-cases/mail/settle-mail';
import { createSendLetter, createSendLetters, createSendStrayLetters } from '../use-cases/letters/send-letter';

export type Deeds = ReturnType<typeof createDeeds>;

/** The counter of this process: every use case on the adapters of `wire.ts`. */
export function createDeeds(world: World, config: Config) {
  const { orders, payments, runs, clock, notes, proofs, files, letters, secrets } = world;
  const { inboundMail: ledger, warn } = world;
  const reach = createReach({ orders, runs });
  const decisions = createRecordDecision({ runs, reach, notes, proofs, attestations: world.attestations, clock });
  const changeOrder = createChangeOrder({
    ...{ orders, runs, reach },
    recordRefund: createRecordRefund({ ...world, reach }),
    settleDifference: createSettleDifference({ ...world, reach }),
  });
  const printTickets = createPrintTickets(world);
  const post = { letters, mailer: world.mailer, clock, openAttachments: () => openAttachments({ files, proofs, printTickets, clock }) };
  const sendLetter = createSendLetter(post);
  const holds = { holdMs: config.HOLD_SECONDS * 1000, extensions: config.HOLD_EXTENSIONS, holdLimits: holdLimits(config) };
  const placeOrder = createPlaceOrder({ ...world, ...holds, random: randomBytes });
  const fillBasket = createFillBasket({ ...world, ...holds });
  const fillAgain = createFillAgain({ ...world, fillBasket });
  const applyMail = createApplyMail({ ledger, secrets, recordDecision: decisions, changeOrder });
  const hearPayment = createHearPayment({ orders, payments, runs, clock, warn });
  const bindKey = createBindKey({ keys: world.commandKeys, clock, hash: sha256 });
  const answerMail = createAnswerMail({ ledger, clock });
  const followCorrection = createFollowCorrection({ orders, letters, changeOrder, clock });
  const mails = { ledger, reader: world.mailReader, applyMail, answerMail, followCorrection };
  return {
    bindKey,
    // The mail's own keys are made from the mail: they need no binding.
    decisions: bindDecisions(bindKey, decisions),
    changeOrder: bindChanges(bindKey, changeOrder),
    printTickets,
    sendLetter,
    sendLetters: createSendLetters(post),
    checkIn: createCheckIn({ checkIns: world.checkIns, signer: world.signer, clock }),
    placeOrder,
    previewTemplate: createPreviewTemplate(world),
    fillBasket,
    fillAgain,
    reopenBasket: createReopenBasket({ ...world, fillAgain }),
    keepLonger: createKeepLonger({ ...world, ...holds }),
    sellAtCounter: createSellAtCounter({ ...world, placeOrder, bindKey }),
    publish: createPublish({ ...world, readiness: world.saleReadiness }),
    askPayment: createAskPayment({ ...world, returnUrl: world.returnUrl, notifyUrl: world.notifyUrl }),
    receivePayment: createReceivePayment({ payments, provider: world.provider, hearPayment, clock, hash: sha256 }),
    askProvider: createAskProvider({ payments, provider: world.provider, hearPayment, clock, warn }),
    depositProof: createDepositProof({ clock, orders, proofs, files, runs, reach, attempts: world.attempts, newId: randomUUID, warn }),
    tellGivenProofs: createTellGivenProofs({ proofs, files, runs, reach, clock, warn }),
    handleMail: createHandleMail({ ...mails, secrets, clock, sendLetter, warn }),
    settleMail: createSettleMail({ inboundMail: ledger, decisions, clock, hash: sha256 }),
    tellMissingStories: createTellMissingStories({ orders, payments, runs, clock, warn }),
    resumeStories: createResumeStories({ orders, runs }),
    sendStrayLetters: createSendStrayLetters({ letters, clock, sendLetter }),
    changeSettings: createChangeSettings({ settings: world.venueSettings, clock }),
    editTexts: createEditTexts({ texts: world.venueTexts, sheetOf: world.textSheet, previewLetter: world.previewLetter, clock }),
    shopInstructions: createShopInstructions({ texts: world.venueTexts }),
    readPageText: createReadPageText({ texts: world.venueTexts }),
    purgeProofs: createPurgeProofs({ proofs, files, clock }),
  };
}

function holdLimits(config: Config): HoldLimits {
  return {
    perSession: config.UNPAID_SEATS_PER_SESSION,
    perAddress: config.UNPAID_SEATS_PER_ADDRESS,
    percentOfPerformance: config.UNPAID_PERCENT_PER_ADDRESS,
  };
}
