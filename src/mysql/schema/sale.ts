import type { Service, ServiceCheck } from '../../domain/sale/service-check';
import { byDefault, flag, instant, number, orNull, text } from './column';

export const sales_channels = {
  code: text(),
  name: text(),
  till_operator_code: text(),
  online: byDefault(flag()),
  active: byDefault(flag()),
};

export const till_operators = {
  code: text(),
  name: text(),
  active: byDefault(flag()),
};

export const sale_rules = {
  id: byDefault(number()),
  performance_id: number(),
  channel: text(),
  opens_at: instant(),
  closes_at: instant(),
  max_seats: number(),
  allocation: orNull(text()),
};

export const sale_rule_tariffs = {
  rule_id: number(),
  tariff_code: text(),
};

export const sale_rule_delivery_methods = {
  rule_id: number(),
  delivery_method: text(),
};

export const allocations = {
  performance_id: number(),
  code: text(),
  name: text(),
};

export const service_checks = {
  service: text<Service>(),
  outcome: text<ServiceCheck['outcome']>(),
  checked_at: instant(),
  ok_at: orNull(instant()),
  mailbox: orNull(text()),
};
