import { Module } from '@nestjs/common';
import { Balances } from './balances.js';
import { Ledger } from './ledger.js';

@Module({ providers: [Ledger, Balances], exports: [Ledger, Balances] })
export class LedgerModule {}
