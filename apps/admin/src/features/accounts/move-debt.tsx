import { useFormat, useMessages } from '@dvor/ui';
import { Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Basis } from '../../lib/basis/basis.js';
import type { useChecks } from '../../lib/basis/use-checks.js';
import classes from './accounts.module.css';
import { accountMessages } from './messages.js';

/** Debt stays where it is, unless a document says that it goes along. */
export function MoveDebt<Values extends { moveDebt: boolean }>({
  form,
  balance,
}: {
  form: UseFormReturnType<Values>;
  balance: string;
}) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  if (isZero(balance)) return <div className={classes.quiet}>{t('moveDebt.nothing')}</div>;
  const ahead = balance.startsWith('-');
  const amount = format.money(ahead ? balance.slice(1) : balance);
  return (
    <Checkbox
      label={ahead ? t('moveAdvance', { amount }) : t('moveDebt', { amount })}
      description={t('moveDebt.hint')}
      {...form.getInputProps('moveDebt', { type: 'checkbox' })}
    />
  );
}

export const isZero = (balance: string) => !/[1-9]/.test(balance);

/** Where a debt goes along, its paper is looked at as well. */
export function withPaper(checks: ReturnType<typeof useChecks>) {
  return {
    ...checks.basis,
    paper: {
      dated: (text: string, { basis, moveDebt }: { readonly basis: Basis; readonly moveDebt: boolean }) =>
        basis.hasPaper || moveDebt ? checks.day(text) : null,
    },
  };
}
