import { Module } from '@nestjs/common';
import { HouseMeters } from './house-meters.js';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';

@Module({ providers: [HouseMeters, MeterIntake, Meters], exports: [HouseMeters, MeterIntake, Meters] })
export class MeteringModule {}
