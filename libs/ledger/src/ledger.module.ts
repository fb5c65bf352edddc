import { Module } from '@nestjs/common';
import { Balances } from './balances.js';
import { Deferrals } from './deferrals.js';
import { Ledger } from './ledger.js';

@Module({ providers: [Ledger, Balances, Deferrals], exports: [Ledger, Balances, Deferrals] })
export class LedgerModule {}
