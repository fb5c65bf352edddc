import {
  answer,
  Explanation,
  FormGrid,
  MoneyText,
  Notice,
  PeriodSwitch,
  ProblemNotice,
  Section,
  Sheet,
  useMessages,
} from '@dvor/ui';
import { Button, Select, type SelectProps, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { IconTestPipe } from '@tabler/icons-react';
import { useState } from 'react';
import { isNumber, numberText, typedNumber } from '../../lib/basis/typed.js';
import { useCalendar } from '../../lib/calendar.js';
import { useApi } from '../../lib/use-api.js';
import { type FormulaTrial, useAccountChoices, useServices } from './api.js';
import classes from './formulas.module.css';
import { formulaMessages } from './messages.js';
import type { TypedCase, TypedFormula } from './typed-formula.js';

/** The formula as it stands in the form, on a real account of a month. */
export function Trial({
  formula: { text, unit, normPer },
  asksFor,
  onTake,
}: {
  formula: Pick<TypedFormula, 'text' | 'unit' | 'normPer'>;
  asksFor: (input: string) => boolean;
  onTake: (taken: TypedCase) => void;
}) {
  const t = useMessages(formulaMessages);
  const api = useApi();
  const { workingPeriod } = useCalendar();
  const services = useServices().data?.items ?? [];
  const [accountId, setAccountId] = useState<string | null>(null);
  const [account, setAccount] = useState('');
  const [month, setMonth] = useState(workingPeriod);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const [rate, setRate] = useState('');
  const [norm, setNorm] = useState('');
  const trial = useMutation({
    mutationFn: () => {
      const figures = {
        rate: isNumber(rate) ? typedNumber(rate) : null,
        norm: isNumber(norm) ? typedNumber(norm) : null,
      };
      const body = { text, unit, normPer, accountId: accountId ?? '', month, serviceId, ...figures };
      return answer(api.POST('/api/v1/formulas/trial', { body }));
    },
  });
  return (
    <Section title={t('trial')} note={t('trial.note')}>
      <Sheet>
        <FormGrid>
          <AccountField
            label={t('account')}
            placeholder={t('account.find')}
            value={accountId}
            onChange={(chosen) => {
              setAccountId(chosen.value);
              setAccount(chosen.label);
            }}
          />
          {(asksFor('тариф') || asksFor('норматив')) && (
            <Select
              label={t('trial.service')}
              placeholder={t('trial.service.none')}
              searchable
              clearable
              data={services.filter(({ archived }) => !archived).map(({ id, name }) => ({ value: id, label: name }))}
              value={serviceId}
              onChange={setServiceId}
            />
          )}
          {asksFor('тариф') && (
            <TextInput
              label={t('trial.rate')}
              inputMode="decimal"
              value={rate}
              onChange={({ currentTarget }) => setRate(currentTarget.value)}
            />
          )}
          {asksFor('норматив') && (
            <TextInput
              label={t('trial.norm')}
              inputMode="decimal"
              value={norm}
              onChange={({ currentTarget }) => setNorm(currentTarget.value)}
            />
          )}
        </FormGrid>
        <div className={classes.buttons}>
          <PeriodSwitch period={month} onChange={setMonth} />
          <Button
            variant="default"
            leftSection={<IconTestPipe size={16} />}
            disabled={!accountId || text.trim() === ''}
            loading={trial.isPending}
            onClick={() => trial.mutate()}
          >
            {t('trial.do')}
          </Button>
        </div>
        <ProblemNotice error={trial.error} />
        {trial.data && !trial.isPending && (
          <Result trial={trial.data} onTake={(inputs, expected) => onTake({ name: account, inputs, expected })} />
        )}
      </Sheet>
    </Section>
  );
}

function Result({
  trial: { lines, parked, total },
  onTake,
}: {
  trial: FormulaTrial;
  onTake: (inputs: TypedCase['inputs'], expected: string) => void;
}) {
  const t = useMessages(formulaMessages);
  if (parked.length > 0)
    return (
      <Notice tone="attention" title={t('trial.parked')}>
        {parked.map((told) => (
          <p key={told}>{told}</p>
        ))}
      </Notice>
    );
  if (lines.length === 0) return <Notice tone="info">{t('trial.nothing')}</Notice>;
  const [line] = lines;
  const [part] = line!.parts;
  // A case is a whole month of the same figures.
  const whole = lines.length === 1 && line!.parts.length === 1 && part!.days === line!.of ? part! : null;
  return (
    <div className={classes.column}>
      <div>
        {t('trial.total')} <MoneyText value={total} />
      </div>
      {lines.map(({ sentence, steps }, i) => (
        <Explanation key={i} explanation={{ sentence, steps }} />
      ))}
      {whole && (
        <div>
          <Button
            variant="default"
            onClick={() =>
              onTake(
                Object.fromEntries(whole.inputs.map(({ name, figure }) => [name, numberText(figure)])),
                numberText(total),
              )
            }
          >
            {t('trial.take')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** One account by its number, address or payer. */
function AccountField({
  onChange,
  ...props
}: Pick<SelectProps, 'label' | 'placeholder' | 'value'> & {
  onChange: (chosen: { value: string; label: string }) => void;
}) {
  const t = useMessages(formulaMessages);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed, 200);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const { data } = useAccountChoices(search === chosen?.label ? '' : search);
  const accounts = data?.items.map(({ id, number, address }) => ({ value: id, label: `${number}, ${address}` })) ?? [];
  if (chosen && !accounts.some(({ value }) => value === chosen.value)) accounts.unshift(chosen);
  return (
    <Select
      searchable
      allowDeselect={false}
      {...props}
      data={accounts}
      filter={({ options }) => options}
      nothingFoundMessage={t('account.none')}
      onChange={(_, option) => {
        if (!option) return;
        const one = { value: String(option.value), label: option.label };
        setChosen(one);
        onChange(one);
      }}
      onSearchChange={setTyped}
    />
  );
}
