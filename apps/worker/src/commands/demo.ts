import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BillingModule, BillingRuns, type RunSummary } from '@dvor/billing';
import { formatPeriod, type Period, periodOf, type RunId } from '@dvor/kernel';
import { type Config, Database, parseConfig, PlatformModule, type Tenant } from '@dvor/platform';
import { Receipts, ReceiptsModule } from '@dvor/receipts';
import { DemoClaims } from '../demo/demo-claims.js';
import { DemoDebts } from '../demo/demo-debts.js';
import { DemoInstalments } from '../demo/demo-instalments.js';
import { DemoLife } from '../demo/demo-life.js';
import { DemoMeters } from '../demo/demo-meters.js';
import { DemoMetering } from '../demo/demo-metering.js';
import { DemoPayments } from '../demo/demo-payments.js';
import { DemoProposals } from '../demo/demo-proposals.js';
import { DemoRestrictions } from '../demo/demo-restrictions.js';
import { Demo } from '../demo/demo.js';
import { DemoModule } from '../demo/demo.module.js';
import { calculateMonth, closeMonth } from './run-month.js';

const FIRST_MONTH = periodOf(2025, 11);
const SHOWN_MONTH = periodOf(2026, 10);
const PATIENCE_MS = 180_000;

@Module({})
class DemoCommandModule {
  static with(config: Config) {
    return {
      module: DemoCommandModule,
      imports: [
        PlatformModule.forRoot({ config, applicationName: 'dvor demo' }),
        BillingModule,
        ReceiptsModule,
        DemoModule,
      ],
    };
  }
}

/**
 * The demo organisation, brought to the morning of 2 November 2026: eleven months closed, October billed, closed and
 * printed in sight. Needs a running worker. What an interrupted start has done already is not done again.
 */
export async function demoCommand(): Promise<void> {
  const app = await NestFactory.createApplicationContext(DemoCommandModule.with(parseConfig(process.env)), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const made = await app.get(Demo).create();
    if (!made) return;
    const tenant: Tenant = { organizationId: made.organizationId };
    const [runs, database, receipts] = [app.get(BillingRuns), app.get(Database), app.get(Receipts)];
    const payments = app.get(DemoPayments);
    await payments.openChannels(tenant);
    const next = await database.inTenant(tenant, (tx) => runs.monthAfterLastClosed(tx));
    for (let period = next ?? FIRST_MONTH; period <= SHOWN_MONTH; period = (period + 1) as Period)
      await billMonth(runs, tenant, period, () => payments.payMonth(tenant, period));
    await payments.payLastDays(tenant);
    await payments.sendTransfers(tenant);
    await app.get(DemoDebts).work(tenant);
    await printShownMonth(runs, receipts, tenant);
    await app.get(DemoInstalments).agree(tenant);
    await app.get(DemoLife).learnLate(tenant, null);
    await app.get(DemoMeters).lookOver(tenant);
    await app.get(DemoClaims).ask(tenant);
    await app.get(DemoRestrictions).work(tenant);
    await app.get(DemoProposals).propose(tenant);
    await app.get(DemoMetering).work(tenant);
    await app.get(DemoMetering).listen(tenant);
  } finally {
    await app.close();
  }
}

/** What is charged does not look at what is paid: while a month is calculated, its payments come in. */
async function billMonth(runs: BillingRuns, tenant: Tenant, period: Period, pay: () => Promise<void>): Promise<void> {
  const shown = period === SHOWN_MONTH;
  const onProgress = (run: RunSummary) => {
    if (!shown) return;
    const { done, posted, total } = run.houses;
    if (run.state === 'calculating') console.log(`October 2026: ${done} of ${total} houses, ${run.lines} lines`);
    if (run.state === 'closing') console.log(`closing: ${posted} of ${total} houses posted`);
  };
  const begun = (await runs.list(tenant, { limit: 1 })).items.find(
    (run) => run.period === period && run.state !== 'cancelled',
  );
  const [reviewed] = await Promise.all([
    calculateMonth(runs, tenant, { period, by: null, begun }, { onProgress }),
    pay(),
  ]);
  if (shown)
    console.log(`October 2026 reviewed: ${reviewed.accounts} accounts, ${reviewed.lines} lines, ${roubles(reviewed)}`);
  await closeMonth(runs, tenant, { id: reviewed.id, by: null }, { onProgress });
  console.log(`${formatPeriod(period)} closed: ${roubles(reviewed)}`);
}

async function printShownMonth(runs: BillingRuns, receipts: Receipts, tenant: Tenant): Promise<void> {
  const run = (await runs.list(tenant, { limit: 20 })).items.find(
    ({ period, state }) => period === SHOWN_MONTH && state === 'closed',
  );
  if (!run || (await printed(receipts, tenant, run.id)).left === 0) return;
  await receipts.requestPrinting(tenant, run.id, null);
  for (let seen = -1, since = performance.now(); ; await pause(200)) {
    const { ready, left, sheets } = await printed(receipts, tenant, run.id);
    if (ready !== seen) {
      console.log(`receipts: ${ready} of ${ready + left} houses printed`);
      [seen, since] = [ready, performance.now()];
    }
    if (left === 0) return console.log(`${sheets} receipts printed`);
    if (performance.now() - since > PATIENCE_MS)
      return console.log('the other receipts take long: see the inbox of the console');
  }
}

async function printed(
  receipts: Receipts,
  tenant: Tenant,
  runId: RunId,
): Promise<{ ready: number; left: number; sheets: number }> {
  const houses = await receipts.houses(tenant, runId);
  const ready = houses.filter(({ fileReady }) => fileReady);
  return {
    ready: ready.length,
    left: houses.length - ready.length,
    sheets: ready.reduce((sum, house) => sum + house.printed, 0),
  };
}

function roubles(run: RunSummary): string {
  return `${run.amount.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ' ')} ₽`;
}
