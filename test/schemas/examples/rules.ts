import type { LocalDate, RuleEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const rule = {
  ruleId: 'management_regulation.15@2025-07-01.16-2026-qd-ubnd.ubnd-tinh-lao-cai.undated',
  matter: 'management_regulation',
  provinceUnitId: '15@2025-07-01',
  actId: '16-2026-qd-ubnd.ubnd-tinh-lao-cai.undated',
  provenance: 'READ',
  source: 'example',
} as const;

export const FULL_RULE_EVENTS: { readonly [T in keyof RuleEvents]: Full<RuleEvents[T]> } = {
  'rule.decided': {
    ...rule,
    matter: 'ccn_decide_mountain_area_size_rule',
    territoryUnitId: '10@origin',
    text: 'Quy chế quản lý cụm công nghiệp',
    areaHa: '5',
    percent: '50.5',
    from: '2026-03-06' as LocalDate,
    to: '2027-03-01' as LocalDate,
    article: 'Đ.14(3)',
    replacesRuleIds: ['management_regulation.10@origin.162-qd-ubnd.ubnd-tinh-lao-cai.2018-01-18'],
    reason: 'The article was missing.',
  },
};

export const BARE_RULE_EVENTS: { readonly [T in keyof RuleEvents]: Bare<RuleEvents[T]> } = {
  'rule.decided': rule,
};
