import { Module } from '@nestjs/common';
import { HouseMeters } from './house-meters.js';
import { DoubtfulReadings } from './intake/doubtful-readings.js';
import { ReadingIntake } from './intake/reading-intake.js';
import { ReadingPolicies } from './intake/reading-policies.js';
import { MeterActs } from './meter-acts.js';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';
import { Readings } from './readings.js';
import { ReadingWindows } from './windows/reading-windows.js';

@Module({
  providers: [
    DoubtfulReadings,
    HouseMeters,
    MeterActs,
    MeterIntake,
    Meters,
    ReadingIntake,
    ReadingPolicies,
    Readings,
    ReadingWindows,
  ],
  exports: [
    DoubtfulReadings,
    HouseMeters,
    MeterActs,
    MeterIntake,
    Meters,
    ReadingIntake,
    ReadingPolicies,
    Readings,
    ReadingWindows,
  ],
})
export class MeteringModule {}
