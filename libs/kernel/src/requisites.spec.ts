import { describe, expect, it } from '@jest/globals';
import {
  checkBik,
  checkCorrespondentAccount,
  checkInn,
  checkKpp,
  checkOgrn,
  checkOgrnip,
  checkSettlementAccount,
  checkSnils,
} from './requisites.js';

describe('requisites', () => {
  it('ИНН of an organisation: 10 digits, one check', () => {
    expect(checkInn('7707083893')).toBe('ok');
    expect(checkInn('7702235133')).toBe('ok');
    expect(checkInn('7707083839')).toBe('inn-check-digit');
    expect(checkInn('0000000000')).toBe('inn-check-digit');
  });

  it('ИНН of a person: 12 digits, two checks', () => {
    expect(checkInn('500100732259')).toBe('ok');
    expect(checkInn('500100732258')).toBe('inn-check-digit');
    expect(checkInn('500100732359')).toBe('inn-check-digit');
  });

  it.each(['', '770708389', '77070838931', '7707 083893', '770708389З'])('ИНН «%s» has a wrong length', (inn) => {
    expect(checkInn(inn)).toBe('inn-length');
  });

  it('КПП: office, reason, number', () => {
    expect(checkKpp('773601001')).toBe('ok');
    expect(checkKpp('7736AB001')).toBe('ok');
    expect(checkKpp('77360100')).toBe('kpp-shape');
    expect(checkKpp('7736ab001')).toBe('kpp-shape');
    expect(checkKpp('000000000')).toBe('kpp-shape');
  });

  it('ОГРН and ОГРНИП', () => {
    expect(checkOgrn('1027700132195')).toBe('ok');
    expect(checkOgrn('1037700013020')).toBe('ok');
    expect(checkOgrn('1027700132196')).toBe('ogrn-check-digit');
    expect(checkOgrn('102770013219')).toBe('ogrn-length');
    expect(checkOgrnip('304500116000157')).toBe('ok');
    expect(checkOgrnip('304500116000158')).toBe('ogrnip-check-digit');
    expect(checkOgrnip('104500116000157')).toBe('ogrnip-length');
  });

  it('БИК', () => {
    expect(checkBik('044525225')).toBe('ok');
    expect(checkBik('017003983')).toBe('ok');
    expect(checkBik('44525225')).toBe('bik-shape');
    expect(checkBik('944525225')).toBe('bik-shape');
    expect(checkBik('000000000')).toBe('bik-shape');
  });

  it('an account in a bank agrees with the bank’s БИК', () => {
    expect(checkSettlementAccount('40702810200000012345', { bik: '044525225' })).toBe('ok');
    expect(checkSettlementAccount('40702810400000012345', { bik: '044525225' })).toBe('account-key');
    expect(checkSettlementAccount('40702810200000012345', { bik: '044525411' })).toBe('account-key');
    expect(checkSettlementAccount('4070281020000001234', { bik: '044525225' })).toBe('account-length');
    expect(checkSettlementAccount('40702810200000012345', { bik: '4452' })).toBe('bik-shape');
  });

  it('an account kept by the Bank of Russia itself takes the cash centre’s digits', () => {
    expect(checkSettlementAccount('40101810045250010041', { bik: '044525000' })).toBe('ok');
    expect(checkSettlementAccount('40101810145250010041', { bik: '044525000' })).toBe('account-key');
  });

  it('a treasury account is checked by its shape', () => {
    expect(checkSettlementAccount('03100643000000018500', { bik: '017003983' })).toBe('ok');
    expect(checkSettlementAccount('0310064300000001850', { bik: '017003983' })).toBe('account-length');
  });

  it('a correspondent account ends as its БИК does and has its key', () => {
    expect(checkCorrespondentAccount('30101810400000000225', { bik: '044525225' })).toBe('ok');
    expect(checkCorrespondentAccount('40102810445370000059', { bik: '017003983' })).toBe('ok');
    expect(checkCorrespondentAccount('30101810500000000225', { bik: '044525225' })).toBe('correspondent-account-key');
    expect(checkCorrespondentAccount('30101810400000000225', { bik: '044525411' })).toBe('correspondent-account-bik');
    expect(checkCorrespondentAccount('40702810200000012345', { bik: '044525225' })).toBe(
      'correspondent-account-length',
    );
  });

  it('ИНН: every swap of two neighbouring digits is caught', () => {
    const inn = '7707083893';
    const swapped = [...inn].slice(0, -1).flatMap((digit, at) => {
      const next = inn[at + 1]!;
      return digit === next ? [] : [inn.slice(0, at) + next + digit + inn.slice(at + 2)];
    });
    expect(swapped.filter((wrong) => checkInn(wrong) === 'ok')).toEqual([]);
  });

  it('СНИЛС, plain and as printed', () => {
    expect(checkSnils('112-233-445 95')).toBe('ok');
    expect(checkSnils('11223344595')).toBe('ok');
    expect(checkSnils('112-233-445 96')).toBe('snils-check-digit');
    expect(checkSnils('112 233 445 95')).toBe('snils-length');
    expect(checkSnils('000-000-000 00')).toBe('snils-check-digit');
  });

  it('СНИЛС: remainders 100 and 101 are written 00; old numbers have no check', () => {
    expect(checkSnils('087-654-303 00')).toBe('ok'); // sum 202 = 2 × 101
    expect(checkSnils('087-654-302 00')).toBe('ok'); // 201, remainder 100
    expect(checkSnils('087-654-301 99')).toBe('ok'); // 200, remainder 99
    expect(checkSnils('001-001-998 77')).toBe('ok');
  });
});
