import { describe, expect, it } from '@jest/globals';
import { Money } from '@dvor/kernel';
import { samples } from '../template/samples.js';
import { paymentQrFields } from './payment-qr-fields.js';

const receipt = samples.ordinary();
const block = receipt.blocks[0]!;
const fieldsOf = (change: Partial<typeof block>) => paymentQrFields(receipt, { ...block, ...change });

describe('paymentQrFields', () => {
  it('says to whom, how much, for whom and for what, but not who pays', () => {
    expect(fieldsOf({})).toEqual({
      fields: {
        Name: 'ООО «УК „Тихий двор“»',
        PersonalAcc: '40702810420000004321',
        BankName: 'Алтайский филиал АО «Обской банк»',
        BIC: '040173604',
        CorrespAcc: '30101810200000000604',
        Sum: '1258307',
        PayeeINN: '2221000006',
        KPP: '222101001',
        PersAcc: '1000000001',
        PaymPeriod: '102026',
        Purpose: 'ЖКУ за октябрь 2026, ЛС 1000000001',
        UIN: '10АБ123456-01-6001',
        TechCode: '02',
      },
    });
  });

  it.each(['0', '-12.50'])('makes no code for %s roubles', (due) => {
    expect(fieldsOf({ due: Money.parse(due) })).toEqual({ missing: 'nothing-due' });
  });

  it('makes no code where the recipient has no account', () => {
    expect(fieldsOf({ recipient: { ...block.recipient, bank: null } })).toEqual({ missing: 'no-bank-details' });
  });

  it('cuts a bank’s name to the 45 characters that the standard has for it', () => {
    const bank = {
      ...block.recipient.bank!,
      bankName: 'Отделение Барнаул Банка России // УФК по Алтайскому краю, г. Барнаул',
    };
    const made = fieldsOf({ recipient: { ...block.recipient, bank } });
    expect('fields' in made && made.fields.BankName).toBe('Отделение Барнаул Банка России // УФК по Алта');
  });

  it('refuses a purpose that some banks would not read to its end', () => {
    expect(fieldsOf({ title: 'Услуги '.repeat(25) })).toEqual({ missing: 'requisites-unfit' });
  });
});
