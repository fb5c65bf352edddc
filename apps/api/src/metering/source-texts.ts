import type { ReadingSource } from '@dvor/metering/core';

/** Where a reading came from, in workbooks. */
export const SOURCE_TEXTS: Readonly<Record<ReadingSource, string>> = {
  accountant: 'внёс бухгалтер',
  resident: 'кабинет жильца',
  quick: 'быстрая форма',
  message: 'сообщение',
  integrator: 'внешняя система',
  import: 'файл',
  payment: 'вместе с платежом',
  device: 'прибор',
  act: 'акт',
};
