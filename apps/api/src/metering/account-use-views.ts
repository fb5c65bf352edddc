import { Injectable } from '@nestjs/common';
import { AccountUse, type AskedMonths, NormSavings, type ServiceUse, type UseInMonth } from '@dvor/billing';
import { Services } from '@dvor/catalogue';
import { type AccountId, Decimal, formatPeriod, parsePeriod, type ReceiptId } from '@dvor/kernel';
import type { Tx } from '@dvor/platform';
import { Receipts } from '@dvor/receipts';
import { shownVolume } from '../billing/account-books.js';
import type { AccountUseDto, UseQuery, UseSavingsDto } from './account-use.dto.js';

type MonthDto = AccountUseDto['services'][number]['months'][number];

/** The use of an account as the console and the cabinet show it. */
@Injectable()
export class AccountUseViews {
  constructor(
    private readonly uses: AccountUse,
    private readonly savings: NormSavings,
    private readonly services: Services,
    private readonly receipts: Receipts,
  ) {}

  /** A bill that is held is for the accountant's eyes only. */
  async read(tx: Tx, id: AccountId, asked: UseQuery, { heldToo }: { heldToo: boolean }): Promise<AccountUseDto> {
    const uses = await this.uses.of(tx, id, monthsOf(asked), { heldToo });
    const named = new Map((await this.services.list(tx)).map((service) => [service.id, service]));
    const receipts = new Map((await this.receipts.ofAccount(tx, id)).map(({ id, period }) => [period as number, id]));
    return {
      services: uses.map(({ serviceId, average, months, highest, lowest, history }) => {
        const { id, code, name, unit } = named.get(serviceId)!;
        return {
          service: { id, code, name, unit },
          average: average && rounded(average),
          counted: months,
          highest: highest && recordDto(highest),
          lowest: lowest && recordDto(lowest),
          months: history.map((month) => monthDto(month, receipts.get(month.period) ?? null)),
        };
      }),
    };
  }

  async saved(tx: Tx, id: AccountId, asked: UseQuery, { heldToo }: { heldToo: boolean }): Promise<UseSavingsDto> {
    const uses = await this.uses.of(tx, id, monthsOf(asked), { heldToo });
    return {
      services: (await this.savings.of(tx, id, uses)).map(({ serviceId, months, volume, amount }) => ({
        ...{ serviceId, months },
        volume: rounded(volume),
        amount: amount.toString(),
      })),
    };
  }
}

function monthsOf({ from, to }: UseQuery): AskedMonths {
  return { from: from ? parsePeriod(from) : null, to: to ? parsePeriod(to) : null };
}

function monthDto(
  { period, used, billed, how, over, amount, readings }: UseInMonth,
  receiptId: ReceiptId | null,
): MonthDto {
  return {
    period: formatPeriod(period),
    used: used && shownVolume(used.toDecimal().toFixed()),
    billed: shownVolume(billed.toDecimal().toFixed()),
    ...{ how, over, receiptId },
    amount: amount.toString(),
    readings: readings.map(({ pair, serial, told }) => ({
      ...{ meterId: pair.meter, serial, zone: pair.zone ?? null },
      from: { date: pair.from[0], value: pair.from[1] },
      to: { date: pair.to[0], value: pair.to[1] },
      source: told?.source ?? null,
      recordedAt: told?.recordedAt ?? null,
      recordedBy: told?.recordedBy ?? null,
      documentId: told?.documentId ?? null,
    })),
  };
}

function recordDto({ period, volume }: NonNullable<ServiceUse['highest']>) {
  return { period: formatPeriod(period), volume: rounded(volume) };
}

/** No dial shows more. */
function rounded(volume: Decimal): string {
  return volume.round(3, Decimal.roundHalfUp).toFixed();
}
