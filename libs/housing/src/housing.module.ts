import { Module } from '@nestjs/common';
import { AccountTerms } from './account-terms.js';
import { Accounts } from './accounts.js';
import { Agreements } from './agreements.js';
import { Certificates } from './certificates.js';
import { Documents } from './documents.js';
import { HouseIntake } from './house-intake.js';
import { HouseLife } from './house-life.js';
import { Houses } from './houses.js';
import { Owners } from './owners.js';
import { Parties } from './parties.js';
import { PremisesCards } from './premises-cards.js';
import { PremisesLife } from './premises-life.js';
import { PremisesUnits } from './premises-units.js';
import { Residents } from './residents.js';
import { Timeline } from './timeline.js';

const SERVICES = [
  AccountTerms,
  Accounts,
  Agreements,
  Certificates,
  Documents,
  HouseIntake,
  HouseLife,
  Houses,
  Owners,
  Parties,
  PremisesCards,
  PremisesLife,
  PremisesUnits,
  Residents,
  Timeline,
];

@Module({ providers: SERVICES, exports: SERVICES })
export class HousingModule {}
