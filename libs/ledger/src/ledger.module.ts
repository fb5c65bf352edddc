import { Module } from '@nestjs/common';
import { Balances } from './balances.js';
import { Deferrals } from './deferrals.js';
import { Ledger } from './ledger.js';
import { OpenPlaces } from './open-places.js';

@Module({ providers: [Ledger, Balances, Deferrals, OpenPlaces], exports: [Ledger, Balances, Deferrals, OpenPlaces] })
export class LedgerModule {}
