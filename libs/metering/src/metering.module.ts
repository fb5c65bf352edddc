import { Module } from '@nestjs/common';
import { MeterIntake } from './meter-intake.js';
import { Meters } from './meters.js';

@Module({ providers: [MeterIntake, Meters], exports: [MeterIntake, Meters] })
export class MeteringModule {}
