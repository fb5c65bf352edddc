import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, ConfigError, parseConfig, PlatformModule } from '@dvor/platform';
import { CityModule } from '../city/city.module.js';
import { SyntheticCity } from '../city/synthetic-city.js';

const TELL_EVERY_MS = 2_000;

@Module({})
class CityCommandModule {
  static with(config: Config) {
    return {
      module: CityCommandModule,
      imports: [PlatformModule.forRoot({ config, applicationName: 'dvor city' }), CityModule],
    };
  }
}

/** `city --accounts 100000 [--organization NAME] [--seed TEXT]`: a new organisation with a synthetic city. */
export async function cityCommand(args: readonly string[]): Promise<void> {
  const asked = parseOptions(args);
  const app = await NestFactory.createApplicationContext(CityCommandModule.with(parseConfig(process.env)), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const begun = performance.now();
    let told = begun;
    const organizationId = await app.get(SyntheticCity).build(asked, (done) => {
      const now = performance.now();
      if (now - told < TELL_EVERY_MS && done.accounts < asked.accounts) return;
      told = now;
      const seconds = (now - begun) / 1_000;
      console.log(
        `${done.accounts} of ${asked.accounts} accounts in ${done.houses} houses, ${done.meters} meters, ${done.readings} readings, ` +
          `${seconds.toFixed(0)} s, ${Math.round(done.accounts / seconds)} a second`,
      );
    });
    console.log(`Organisation ${organizationId} is ready`);
  } finally {
    await app.close();
  }
}

function parseOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      accounts: { type: 'string', default: '1000' },
      organization: { type: 'string', default: 'УК «Новоград»' },
      seed: { type: 'string', default: 'city' },
    },
  });
  const accounts = Number(values.accounts);
  if (!Number.isInteger(accounts) || accounts < 1 || accounts > 10_000_000)
    throw new ConfigError(`--accounts is "${values.accounts}"; a whole number from 1 to 10000000 is needed`);
  return { accounts, organization: values.organization, seed: values.seed };
}
