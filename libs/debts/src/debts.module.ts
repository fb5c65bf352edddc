import { Module } from '@nestjs/common';

/** Debts and their recovery: who owes, since when, and what was done about it. */
@Module({})
export class DebtsModule {}
