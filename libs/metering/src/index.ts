export * from './core/index.js';
export {
  type EnteredVolume,
  type HouseMeterCard,
  HouseMeters,
  type MonthOfMeter,
  type NewHouseMeter,
} from './house-meters.js';
export { type HouseInput, loadHouseVolumes, type MonthVolume } from './load-house-volumes.js';
export { loadMeterActs, type MeterActInMonth } from './load-meter-acts.js';
export { lateKey, type LateReadings, loadMetering, type MeterInMonth, type MeterReading } from './load-metering.js';
export { type LoggedReading, loadReadingLog, type ReadingLog } from './load-reading-log.js';
export { MeterIntake, type NewMeter, type NewReading } from './meter-intake.js';
export {
  type ChangedMeterAct,
  type EnteredOn,
  type MeterAct,
  type MeterActId,
  MeterActs,
  type NewMeterAct,
} from './meter-acts.js';
export { MeteringModule } from './metering.module.js';
export {
  type DoubtfulReading,
  DoubtfulReadings,
  type DoubtFilter,
  type DoubtState,
} from './intake/doubtful-readings.js';
export { findMeters, type MeterName, type NamedMeter } from './intake/find-meters.js';
export type {
  ForeseenReading,
  GivenReading,
  ReadingOutcome,
  ReadingsFrom,
  RefusedCode,
} from './intake/given-reading.js';
export { ReadingIntake } from './intake/reading-intake.js';
export { type PolicyCell, ReadingPolicies } from './intake/reading-policies.js';
export { findQuickMeter, type QuickMeter } from './intake/quick-reading.js';
export { type Brought, type BroughtReading, withdrawReadings } from './intake/withdraw-readings.js';
export {
  type ReadingRegistry,
  ReadingRegistries,
  REGISTRY_OUTCOMES,
  type RegistryOutcome,
  type RegistryRow,
} from './registries/reading-registries.js';
export { Meters, type MeterSummary, type ReadingRow } from './meters.js';
export {
  type NewReadingWindow,
  type ReadingWindow,
  ReadingWindows,
  type WindowAnswers,
} from './windows/reading-windows.js';
export type {
  LateEntered,
  LifeActId,
  LifePaper,
  NewImpossibility,
  NewInstallation,
  NewLifeAct,
  Shown,
} from './life/life-act.js';
export { type LifeEvent, type MeterCard, MeterCards } from './life/meter-cards.js';
export { MeterImpossibility } from './life/meter-impossibility.js';
export { MeterLife, type MeterPlace } from './life/meter-life.js';
export { MeterProposals } from './proposals/meter-proposals.js';
export {
  type MeterProposal,
  type ProposalFilter,
  ProposalQueue,
  type SameSerial,
  type StandingMeter,
} from './proposals/proposal-queue.js';
export type { ApprovedMeter, ProposalId, ProposalPictures, ProposedMeter } from './proposals/proposed-meter.js';
export type { ListedMeter } from './life/listed-meter.js';
export { type MeterFilter, MeterLists } from './life/meter-lists.js';
export { VerificationReminders } from './life/verification-reminders.js';
export {
  type AnsweredMessage,
  type InboundMessage,
  MESSAGE_CHANNELS,
  type MessageAnswer,
  type MessageChannel,
  MessageDesk,
  type MessageFilter,
  type MessageResult,
} from './messages/message-desk.js';
export { type MeterToRead, MetersToRead, type ReadingRound, type RoundFilter } from './rounds/meters-to-read.js';
export { PaidReadings, type PaidWithReadings } from './payments/paid-readings.js';
export { OwnReadings } from './rounds/own-readings.js';
export { AlertMutes, type AlertSide } from './alerts/alert-mutes.js';
export type { AlertWords } from './alerts/alert-table.js';
export { AlertWatch } from './alerts/alert-watch.js';
export { lookOverMetersJob } from './alerts/jobs.js';
export type { MeterAlert } from './alerts/meter-alert.js';
export { type AlertFilter, MeterAlerts } from './alerts/meter-alerts.js';
export { DeviceEvents, type ListedEvent, type UnknownDevice } from './devices/device-events.js';
export { type DeviceEvent, EVENT_OUTCOMES, type EventOutcome, type EventResult } from './devices/kept-events.js';
export {
  type IntervalFile,
  type IntervalFileCard,
  IntervalFiles,
  type PointOfFile,
} from './intervals/interval-files.js';
export { IntervalMonths } from './intervals/interval-months.js';
export {
  ACTIVE_CHANNELS,
  type ActiveChannel,
  type MeteringPointRow,
  MeteringPoints,
  type NewLink,
  type PointDay,
  type PointLink,
  type SentVersionOfDay,
} from './intervals/metering-points.js';
export type { MonthEffect } from './intervals/month-effect.js';
export type { FileProblem, SentMessage } from './intervals/sent-days.js';
export { MailDesk } from './messages/mail-desk.js';
