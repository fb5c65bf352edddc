import { checkCorrespondentAccount, checkInn, checkOgrn, checkSettlementAccount } from '@dvor/kernel';

/** A firm that does not exist, with right check digits. Its ИНН and КПП belong to office 2299, which there is not. */
export interface InventedFirm {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string;
  readonly ogrn: string;
}

/** The n-th invented firm, 1 to 9999. */
export function inventFirm(name: string, n: number): InventedFirm {
  const place = String(n).padStart(4, '0');
  return {
    name,
    inn: withCheckDigit(`22999${place}?`, (inn) => checkInn(inn) === 'ok'),
    kpp: '229901001',
    ogrn: withCheckDigit(`1182299${place}0?`, (ogrn) => checkOgrn(ogrn) === 'ok'),
  };
}

export interface InventedAccount {
  readonly accountNumber: string;
  readonly bic: string;
  readonly bankName: string;
  readonly correspondentAccount: string;
}

/** The n-th firm's account in a bank that does not exist: no БИК of the region ends like this. */
export function inventBankAccount(n: number): InventedAccount {
  const bank = { bik: '040173990' };
  return {
    accountNumber: withCheckDigit(
      `40702810?0000000${String(n).padStart(4, '0')}`,
      (account) => checkSettlementAccount(account, bank) === 'ok',
    ),
    bic: bank.bik,
    bankName: 'АО «Банк Приобский», г. Барнаул',
    correspondentAccount: withCheckDigit(
      '30101810?00000000990',
      (account) => checkCorrespondentAccount(account, bank) === 'ok',
    ),
  };
}

/** Puts the one digit in the place of `?` that makes the number right. */
function withCheckDigit(pattern: string, isRight: (number: string) => boolean): string {
  const right = Array.from({ length: 10 }, (_, digit) => pattern.replace('?', String(digit))).find(isRight);
  if (!right) throw new Error(`no digit makes ${pattern} right`);
  return right;
}
