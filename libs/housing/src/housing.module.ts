import { Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { HouseIntake } from './house-intake.js';
import { Houses } from './houses.js';

@Module({ providers: [Accounts, HouseIntake, Houses], exports: [Accounts, HouseIntake, Houses] })
export class HousingModule {}
