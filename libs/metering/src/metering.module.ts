import { Module } from '@nestjs/common';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { AlertMutes } from './alerts/alert-mutes.js';
import { AlertWatch } from './alerts/alert-watch.js';
import { MeterAlerts } from './alerts/meter-alerts.js';
import { DeviceEvents } from './devices/device-events.js';
import { HouseMeters } from './house-meters.js';
import { DoubtfulReadings } from './intake/doubtful-readings.js';
import { ReadingIntake } from './intake/reading-intake.js';
import { ReadingPolicies } from './intake/reading-policies.js';
import { IntervalFiles } from './intervals/interval-files.js';
import { IntervalMonths } from './intervals/interval-months.js';
import { MeteringPoints } from './intervals/metering-points.js';
import { MeterCards } from './life/meter-cards.js';
import { MeterImpossibility } from './life/meter-impossibility.js';
import { MeterLife } from './life/meter-life.js';
import { MeterLists } from './life/meter-lists.js';
import { VerificationReminders } from './life/verification-reminders.js';
import { MailDesk } from './messages/mail-desk.js';
import { MessageDesk } from './messages/message-desk.js';
import { MeterActs } from './meter-acts.js';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';
import { PaidReadings } from './payments/paid-readings.js';
import { MeterProposals } from './proposals/meter-proposals.js';
import { ProposalQueue } from './proposals/proposal-queue.js';
import { ReadingWindows } from './windows/reading-windows.js';
import { MetersToRead } from './rounds/meters-to-read.js';
import { OwnReadings } from './rounds/own-readings.js';
import { ReadingRegistries } from './registries/reading-registries.js';

const SERVICES = [
  AlertMutes,
  AlertWatch,
  DeviceEvents,
  DoubtfulReadings,
  HouseMeters,
  IntervalFiles,
  IntervalMonths,
  MailDesk,
  MessageDesk,
  MeterActs,
  MeterAlerts,
  MeterCards,
  MeterImpossibility,
  MeterIntake,
  MeteringPoints,
  MeterLife,
  MeterLists,
  MeterProposals,
  Meters,
  MetersToRead,
  OwnReadings,
  PaidReadings,
  ProposalQueue,
  ReadingIntake,
  ReadingPolicies,
  ReadingRegistries,
  ReadingWindows,
  VerificationReminders,
];

@Module({ imports: [CatalogueModule, HousingModule], providers: SERVICES, exports: SERVICES })
export class MeteringModule {}
