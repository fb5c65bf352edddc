import { readFileSync } from 'node:fs';
import { paymentQrBytes, qrSvgPath } from '@dvor/formats';
import { Money, parsePeriod } from '@dvor/kernel';
import { rateText } from '@dvor/penalties/core';
import { embeddedFonts, moneyText, monthName, templatesIn } from '@dvor/receipts';
import type { DebtRow, LetterContent, LetterIssuer, LetterPayee, PenaltyTable, ServiceRow } from './core/index.js';

/** A letter as the body of a page; all its texts are escaped. */
export function letterBody(letter: LetterContent): string {
  return onPaper(
    `Письмо № ${letter.number}, лицевой счёт ${letter.account.number}`,
    letterTemplate({
      ...letter,
      issuer: issuerView(letter.issuer),
      dated: dayText(letter.dated),
      asOf: dayText(letter.asOf),
      ...figuresView(letter),
      services: letter.services.map(serviceView),
      leftOut: letter.leftOut.map(leftOutText),
      payees: letter.payees.map(payeeView),
    }),
  );
}

/** Style of all papers, fonts included. */
export function papersStyle(): string {
  style ??= `${embeddedFonts()}\n${readFileSync(new URL('papers.css', folder), 'utf8')}`;
  return style;
}

/** Below every sheet stands whose paper it is. */
export function onPaper(paper: string, body: string): string {
  const quoted = paper.replaceAll(/[^\p{L}\p{N} ,./№-]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `);
  return `<style>@page{@bottom-left{content:"${quoted}"}}</style>${body}`;
}

/** Debts by months and the days of their penalties. */
export function figuresView(content: Pick<LetterContent, 'principal' | 'penalty' | 'total' | 'months' | 'penalties'>) {
  return {
    sums: sumsView(content),
    months: content.months.map(monthView),
    penalties: penaltiesView(content.penalties),
  };
}

export function issuerView(issuer: LetterIssuer) {
  const named = [['ИНН', issuer.inn] as const, ['КПП', issuer.kpp] as const, ['ОГРН', issuer.ogrn] as const];
  return {
    ...issuer,
    requisites: named.flatMap(([what, value]) => (value ? `${what} ${value}` : [])).join(', '),
    contacts: [issuer.phone, issuer.email].filter(Boolean).join(', '),
  };
}

/** `21.11.2026`. */
export function dayText(day: string): string {
  return day.split('-').reverse().join('.');
}

export function sumText(roubles: string): string {
  return moneyText(Money.parse(roubles));
}

function sumsView({ principal, penalty, total }: Pick<DebtRow, 'principal' | 'penalty' | 'total'>) {
  return { principal: sumText(principal), penalty: sumText(penalty), total: sumText(total) };
}

function monthView({ period, due, days, ...sums }: DebtRow) {
  return { period: monthName(parsePeriod(period)), due: dayText(due), days, ...sumsView(sums) };
}

export function serviceView({ service, ...sums }: ServiceRow) {
  return { service, ...sumsView(sums) };
}

function penaltiesView({ through, rows, accrued, settled, brought }: PenaltyTable) {
  const unlessZero = (sum: string) => (Money.parse(sum).isZero ? null : sumText(sum));
  return {
    through: through && dayText(through),
    rows: rows.map((row) => ({
      period: monthName(parsePeriod(row.period)),
      debt: sumText(row.debt),
      from: dayText(row.from),
      to: dayText(row.to),
      days: row.days,
      rate: rateText(row),
      paidOn: row.paidOn === null ? '—' : dayText(row.paidOn),
      sum: sumText(row.sum),
    })),
    accrued: sumText(accrued),
    settled: unlessZero(settled),
    brought: unlessZero(brought),
    differs: settled !== brought,
  };
}

function leftOutText({ period, why, sum }: LetterContent['leftOut'][number]): string {
  return `Не предъявляется: ${monthName(parsePeriod(period))}, ${sumText(sum)} ₽ – ${LEFT_OUT[why]}.`;
}

const LEFT_OUT = {
  'time-barred': 'истёк срок исковой давности',
  'other-payer': 'плательщиком было другое лицо',
} as const;

function payeeView({ name, inn, kpp, bank, sum, code }: LetterPayee) {
  const details: readonly (readonly [string, string | null])[] = [
    ['Получатель', name],
    [kpp ? 'ИНН, КПП' : 'ИНН', kpp ? `${inn}, ${kpp}` : inn],
    ['Счёт', bank?.account ?? null],
    ['Банк', bank?.name ?? null],
    ['БИК', bank?.bik ?? null],
    ['Корр. счёт', bank?.correspondentAccount ?? null],
    ['Сумма', `${sumText(sum)} ₽`],
  ];
  return {
    details: details.flatMap(([what, value]) => (value === null ? [] : { what, value })),
    qr: code === null ? null : qrView(code),
  };
}

function qrView(code: string) {
  const { modules, path, strokeWidth } = qrSvgPath(paymentQrBytes(code));
  return { path, strokeWidth, box: `0 0 ${modules} ${modules}` };
}

const folder = new URL('template/', import.meta.url);
export const paperTemplate = templatesIn(folder, ['months', 'penalties', 'signature']);
const letterTemplate = paperTemplate('letter');

let style: string | null = null;
