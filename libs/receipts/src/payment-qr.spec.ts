import { decodePaymentQr } from '@dvor/formats';
import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import { paymentQr } from './payment-qr.js';
import { samples } from './template/samples.js';

const receipt = samples.ordinary();
const block = receipt.blocks[0]!;
const codeOf = (change: Partial<typeof block>) => paymentQr(receipt, { ...block, ...change });

describe('the payment code of a receipt', () => {
  it('says to whom, how much, for whom and for what, but not who pays', () => {
    expect(codeOf({})).toEqual({
      payload:
        'ST00012|Name=ООО «УК „Тихий двор“»|PersonalAcc=40702810420000004321|BankName=Алтайский филиал АО «Обской банк»' +
        '|BIC=040173604|CorrespAcc=30101810200000000604|Sum=1258307|PayeeINN=2221000006|KPP=222101001' +
        '|PersAcc=1000000001|PaymPeriod=102026|Purpose=ЖКУ за октябрь 2026, ЛС 1000000001|UIN=10АБ123456-01-6001|TechCode=02',
    });
  });

  it.each(['0', '-12.50'])('is none for %s roubles', (due) => {
    expect(codeOf({ due: Money.parse(due) })).toEqual({ missing: 'nothing-due' });
  });

  it('is none where the recipient has no account', () => {
    expect(codeOf({ recipient: { ...block.recipient, bank: null } })).toEqual({ missing: 'no-bank-details' });
  });

  it('has a bank’s name cut to the 45 characters that the standard has for it', () => {
    const bankName = 'Отделение Барнаул Банка России // УФК по Алтайскому краю, г. Барнаул';
    const made = codeOf({ recipient: { ...block.recipient, bank: { ...block.recipient.bank!, bankName } } });
    const read = decodePaymentQr('payload' in made ? made.payload : '');
    expect(JSON.stringify(read)).toContain('"Отделение Барнаул Банка России // УФК по Алта"');
  });

  it('is none where some banks would not read its purpose to the end', () => {
    expect(codeOf({ title: 'Услуги '.repeat(25) })).toEqual({ missing: 'requisites-unfit' });
  });
});
