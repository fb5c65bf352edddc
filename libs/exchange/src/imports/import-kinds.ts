import { Injectable } from '@nestjs/common';
import { AccountTerms, HouseLife, Parties, PremisesLife, Residents } from '@dvor/housing';
import { Ledger } from '@dvor/ledger';
import { MeterIntake, ReadingIntake } from '@dvor/metering';
import { accountsImport } from '../kinds/accounts.js';
import { housesImport } from '../kinds/houses.js';
import type { ImportKind, KindOfImport } from '../kinds/kind.js';
import { metersImport } from '../kinds/meters.js';
import { openingBalancesImport } from '../kinds/opening-balances.js';
import { premisesImport } from '../kinds/premises.js';
import { readingsImport } from '../kinds/readings.js';
import { residentsImport } from '../kinds/residents.js';

/** All that can be loaded from a table. */
@Injectable()
export class ImportKinds {
  private readonly kinds: ReadonlyMap<ImportKind, KindOfImport>;

  constructor(
    terms: AccountTerms,
    parties: Parties,
    premises: PremisesLife,
    houses: HouseLife,
    residents: Residents,
    meters: MeterIntake,
    readings: ReadingIntake,
    ledger: Ledger,
  ) {
    const stock = { terms, parties, premises };
    const all = [
      housesImport(houses),
      premisesImport(stock),
      accountsImport(stock),
      residentsImport(residents),
      metersImport(meters),
      readingsImport(readings),
      openingBalancesImport(ledger),
    ];
    this.kinds = new Map(all.map((kind) => [kind.kind, kind]));
  }

  of(kind: ImportKind): KindOfImport {
    return this.kinds.get(kind)!;
  }
}
