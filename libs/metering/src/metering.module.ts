import { Module } from '@nestjs/common';
import { HouseMeters } from './house-meters.js';
import { MeterActs } from './meter-acts.js';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';
import { Readings } from './readings.js';

@Module({
  providers: [HouseMeters, MeterActs, MeterIntake, Meters, Readings],
  exports: [HouseMeters, MeterActs, MeterIntake, Meters, Readings],
})
export class MeteringModule {}
