import { Module } from '@nestjs/common';
import { HouseMeters } from './house-meters.js';
import { MeterActs } from './meter-acts.js';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';

@Module({
  providers: [HouseMeters, MeterActs, MeterIntake, Meters],
  exports: [HouseMeters, MeterActs, MeterIntake, Meters],
})
export class MeteringModule {}
