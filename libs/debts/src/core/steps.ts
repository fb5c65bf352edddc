/** What is done about a debt, in the order in which it usually is. */
export const STEP_KINDS = [
  'notice',
  'claim',
  'restriction-warning',
  'restriction-reminder',
  'restriction',
  'suspension',
  'restriction-stopped',
  'restoration',
  'court-application',
  'court-order',
  'court-objection',
  'court-order-cancelled',
  'court-returned',
  'writ',
  'bailiff',
  'bailiff-returned',
  'settled',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** How far the recovery of a debt has come. */
export const DEBT_STAGES = ['none', 'notice', 'claim', 'warning', 'restriction', 'court', 'order', 'bailiff'] as const;
export type DebtStage = (typeof DEBT_STAGES)[number];

/** Where a debtor stands once the step is done; what gives a service back or ends the debt begins anew. */
export const STAGE_AFTER: Readonly<Record<StepKind, DebtStage>> = {
  notice: 'notice',
  claim: 'claim',
  'restriction-warning': 'warning',
  'restriction-reminder': 'warning',
  restriction: 'restriction',
  suspension: 'restriction',
  'restriction-stopped': 'none',
  restoration: 'none',
  'court-application': 'court',
  'court-order': 'order',
  'court-objection': 'court',
  'court-order-cancelled': 'court',
  'court-returned': 'court',
  writ: 'order',
  bailiff: 'bailiff',
  'bailiff-returned': 'order',
  settled: 'none',
};

/** Steps after which a debtor stands there. */
export function kindsOfStage(stage: DebtStage): StepKind[] {
  return STEP_KINDS.filter((kind) => STAGE_AFTER[kind] === stage);
}
