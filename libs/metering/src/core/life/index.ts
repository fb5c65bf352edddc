export { METER_LISTS, type MeterList, missedMonths, MONTHS_ON_AVERAGE } from './meter-list.js';
export { PROPOSAL_PICTURES, PROPOSAL_STATES, type ProposalPicture, type ProposalState } from './meter-proposal.js';
export { checkNewMeter, LIFE_ACT_KINDS, type LifeActKind, METER_ZONES, type NewDial } from './new-dial.js';
export { REMIND_DAYS, type RemindDays, remindedOf, verificationState, type VerificationState } from './verification.js';
