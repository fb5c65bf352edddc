import { Module } from '@nestjs/common';
import { Assignments } from './assignments.js';
import { LawParameters } from './law-parameters.js';
import { Services } from './services.js';
import { Suppliers } from './suppliers.js';
import { Norms, Tariffs } from './tariffs.js';

const SERVICES = [Assignments, LawParameters, Norms, Services, Suppliers, Tariffs];

@Module({ providers: SERVICES, exports: SERVICES })
export class CatalogueModule {}
