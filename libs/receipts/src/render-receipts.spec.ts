import { decimal, Money } from '@dvor/kernel';
import { describe, expect, it } from '@jest/globals';
import { receiptsBody, receiptsPage } from './render-receipts.js';
import { samples } from './template/samples.js';

/** The words of a receipt as they are read, without marks and codes. */
function words(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
}

describe('a receipt as a page', () => {
  it('says whose it is, how much and by when before anything else', () => {
    expect(words(receiptsBody([samples.ordinary()]))).toMatch(
      /^Платёжный документ № 202610-1000000001 от 3 ноября 2026, учтены платежи по этот день Квитанция за октябрь 2026 .* Лицевой счёт 1000000001 Соколова Мария Андреевна .* К оплате 13 433,41 ₽ до 15 ноября включительно/,
    );
  });

  it('shows instalments as section 6 of the form does: sum, rate, part, interest and both together', () => {
    const sums = { debt: Money.parse('600'), left: Money.parse('300'), due: Money.parse('100') };
    const cost = { rate: decimal('8.5'), interest: Money.parse('2.10'), total: Money.parse('102.10') };
    const receipt = { ...samples.full(), instalments: [{ number: 7, byRight: false, ...sums, ...cost }] };
    expect(words(receiptsBody([receipt]))).toContain('№ 7 по соглашению 600,00 300,00 8,5 % 100,00 2,10 102,10');
  });

  it('shows for each recipient how the sum came about and a code for the bank’s camera', () => {
    const html = receiptsBody([samples.full()]);
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(words(html)).toContain(
      'Долг на 1 октября 10 431,18 Начислено за месяц 12 022,59 Пени 3,27 Оплачено, последний раз 14.10.2026 −10 000,00 К оплате 12 457,04',
    );
  });

  it('writes a line with its volume, where it comes from, its rate and the rest', () => {
    const text = words(receiptsBody([samples.full()]));
    expect(text).toContain('Горячая вода: вода м³ 8,76 н 42,30 370,55 ×1,5 185,27 555,82');
    expect(text).toContain('Водоотведение м³ 14,883 п 43,10 641,46 −129,30 512,16');
    expect(text).toContain('Объём: п — по показаниям прибора, н — по нормативу, д — по общедомовому прибору');
    expect(text).toContain(
      'Водоотведение за сентябрь 2026: показание прибора за сентябрь пришло позже: начислено было по среднему −129,30',
    );
  });

  it('explains the change from last month', () => {
    expect(words(receiptsBody([samples.full()]))).toMatch(
      /Что изменилось с прошлого месяца Начислено за сентябрь 2026 9 872,10 .* отопление \+5 172,29 .* −3 292,62 Начислено за октябрь 2026 12 872,93/,
    );
  });

  it('asks for nothing when nothing is due', () => {
    const html = receiptsBody([samples.nothingDue()]);
    expect(html).not.toContain('<svg');
    expect(words(html)).toContain('К оплате 0,00 ₽ Платить не нужно Переплата 200,00 ₽ останется на следующие месяцы');
  });

  it('leaves out what there is not, and says why there is no code', () => {
    const text = words(receiptsBody([samples.firstBill()]));
    expect(text).toContain('Кода для оплаты нет: получатель не сообщил счёт в банке');
    expect(text).toContain('собственников: 1');
    for (const absent of [
      'Что изменилось',
      'Перерасчёты',
      'Ваши счётчики',
      'Надбавка',
      'Льгота',
      'Нормативы',
      'ЕЛС',
      'null',
      'undefined',
    ]) {
      expect(text).not.toContain(absent);
    }
  });

  it('writes whatever stands in a name as text', () => {
    const html = receiptsBody([samples.longNames()]);
    expect(html).toContain('&lt;b&gt;«О’Нил»&lt;/b&gt;');
    expect(html).not.toContain('<b>«О’Нил»');
  });

  it('lets no account number out of the footer’s style', () => {
    const sly = samples.ordinary();
    const html = receiptsBody([{ ...sly, account: { ...sly.account, number: '"}</style><b>\\1' } }]);
    expect(html).toContain(
      '@page receipt-1{@bottom-right{content:"Лицевой счёт \\22 \\7d \\3c /style\\3e \\3c b\\3e \\5c 1, октябрь 2026"}}',
    );
  });

  it('carries all it needs with it', () => {
    const page = receiptsPage([samples.ordinary()]);
    expect(page).not.toMatch(/(src|href)="?(https?:)?\/\//);
    expect(page.match(/url\(data:font\/woff2/g)).toHaveLength(4);
    expect(page.replaceAll(/url\(data:[^)]*\)/g, '')).not.toContain('url(');
  });
});
