import { Module } from '@nestjs/common';
import { AuthModule } from '@dvor/auth';
import { CatalogueModule } from '@dvor/catalogue';
import { HousingModule } from '@dvor/housing';
import { MeteringModule } from '@dvor/metering';
import { CatalogueEntry } from '../invented/enter-catalogue.js';
import { SyntheticCity } from './synthetic-city.js';

/** Needs PlatformModule. */
@Module({
  imports: [AuthModule, CatalogueModule, HousingModule, MeteringModule],
  providers: [CatalogueEntry, SyntheticCity],
  exports: [SyntheticCity],
})
export class CityModule {}
