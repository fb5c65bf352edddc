import { Module } from '@nestjs/common';
import { HouseMeters } from './house-meters.js';
import { DoubtfulReadings } from './intake/doubtful-readings.js';
import { ReadingIntake } from './intake/reading-intake.js';
import { ReadingPolicies } from './intake/reading-policies.js';
import { MeterActs } from './meter-acts.js';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';
import { ReadingWindows } from './windows/reading-windows.js';
import { ReadingRegistries } from './registries/reading-registries.js';

@Module({
  providers: [
    DoubtfulReadings,
    HouseMeters,
    MeterActs,
    MeterIntake,
    Meters,
    ReadingIntake,
    ReadingPolicies,
    ReadingWindows,
    ReadingRegistries,
  ],
  exports: [
    DoubtfulReadings,
    HouseMeters,
    MeterActs,
    MeterIntake,
    Meters,
    ReadingIntake,
    ReadingPolicies,
    ReadingWindows,
    ReadingRegistries,
  ],
})
export class MeteringModule {}
