import type { Schemas } from '@dvor/api-client';
import { useFormat, useLooseMessages, useMessages } from '@dvor/ui';
import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { isNumber, numberText, typedNumber } from '../../lib/basis/typed.js';
import { useChargeMethods, useFormulasInForce, useServices } from './api.js';
import { catalogueMessages } from './messages.js';
import { idsOf, MetersField, spentOf, SpentField } from './meter-fields.js';
import { methodMessages } from './method-messages.js';
import { useMethodName } from './words.js';

export type MethodSetting = Schemas['MethodSettingDto'];

/** How a service is charged, as typed: settings that stand for themselves, and all others by name. */
export interface TypedMethod {
  readonly method: string | null;
  readonly of: string[];
  readonly formula: string | null;
  readonly more: Readonly<Record<string, string>>;
}

/** How a service is charged, and what the method asks for. */
export function MethodFields<Values extends TypedMethod>({
  form,
  houseId,
}: {
  form: UseFormReturnType<Values>;
  /** Whose meters can be chosen; `null`: several houses, or none yet. */
  houseId: string | null;
}) {
  const t = useMessages(catalogueMessages);
  const words = useLooseMessages(methodMessages);
  const name = useMethodName();
  const methods = useChargeMethods().data?.items ?? [];
  const services = useServices().data?.items ?? [];
  const formulas = useFormulasInForce();
  const settings = useMethodSettings();
  const { method, more } = form.getValues();
  const wrong = useMethodCheck()(form.getValues());
  const choices = services.filter(({ archived }) => !archived).map(({ code, name: label }) => ({ value: code, label }));
  return (
    <>
      <Select
        label={t('method')}
        required
        searchable
        allowDeselect={false}
        data={methods.map(({ code }) => ({ value: code, label: name(code) }))}
        {...form.getInputProps('method')}
      />
      {settings(method).map((setting) => {
        const { kind, needed } = setting;
        const key = setting.name;
        if (kind === 'services')
          return <MultiSelect key={key} label={t('method.of')} required data={choices} {...form.getInputProps('of')} />;
        if (kind === 'service')
          return (
            <Select
              key={key}
              label={words('of', key)}
              required
              searchable
              allowDeselect={false}
              data={choices}
              value={form.getValues().of[0] ?? null}
              error={form.errors['of']}
              onChange={(code) => form.setFieldValue('of' as never, (code ? [code] : []) as never)}
            />
          );
        if (kind === 'formula')
          return (
            <Select
              key={key}
              label={t('method.formula.which')}
              description={formulas.length === 0 && t('method.formula.none')}
              required
              searchable
              allowDeselect={false}
              data={formulas.map(({ code, name: label }) => ({ value: code, label }))}
              {...form.getInputProps('formula')}
            />
          );
        const field = {
          label: words(`${method}.${key}`, words(key, key)),
          hint: words(`${method}.${key}.hint`, words(`${key}.hint`, '')),
          value: more[key] ?? '',
          error: form.errors[`more.${key}`] ?? (form.errors['more'] ? wrong[`more.${key}`] : undefined),
          required: needed,
          onChange: (text: string) =>
            form.setFieldValue('more' as never, { ...form.getValues().more, [key]: text } as never),
        };
        if (kind === 'meters') return <MetersField key={`${method}.${key}`} houseId={houseId} {...field} />;
        if (kind === 'meters-and-services') return <SpentField key={`${method}.${key}`} houseId={houseId} {...field} />;
        return <SettingField key={`${method}.${key}`} setting={setting} {...field} />;
      })}
    </>
  );
}

interface SettingFieldProps {
  readonly setting: MethodSetting;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly error: ReactNode;
  readonly required: boolean;
  readonly onChange: (text: string) => void;
}

function SettingField({ setting, label, hint, value, error, required, onChange }: SettingFieldProps) {
  const words = useLooseMessages(methodMessages);
  const t = useMessages(methodMessages);
  const format = useFormat();
  const shown = {
    label,
    required,
    error,
    ...(hint && { description: hint, inputWrapperOrder: ['label', 'input', 'description', 'error'] as const }),
  };
  switch (setting.kind) {
    case 'choice':
      return (
        <Select
          {...shown}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable={!required}
          placeholder={required || hint ? undefined : t('byOrganization')}
          data={(setting.choices ?? []).map((choice) => ({ value: choice, label: words(`choice.${choice}`, choice) }))}
          value={value || null}
          onChange={(choice) => onChange(choice ?? '')}
        />
      );
    case 'flag':
      return (
        <Checkbox
          label={label}
          checked={value === 'true'}
          onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
        />
      );
    case 'months':
      return (
        <MultiSelect
          label={label}
          placeholder={value ? undefined : t('months.all')}
          data={MONTHS.map((month) => ({
            value: month,
            label: format.month(`2026-${month.padStart(2, '0')}`).split(' ')[0]!,
          }))}
          value={value ? value.split(',') : []}
          onChange={(months) => onChange(months.join())}
        />
      );
    default:
      return (
        <TextInput
          {...shown}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode={setting.kind === 'text' ? 'text' : 'decimal'}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1));

export function useMethodSettings() {
  const methods = useChargeMethods().data?.items ?? [];
  return (method: string | null): readonly MethodSetting[] =>
    methods.find(({ code }) => code === method)?.settings ?? [];
}

/** What is wrong with the settings as typed, by the names of the form's fields. */
export function useMethodCheck() {
  const t = useMessages(catalogueMessages);
  const words = useMessages(methodMessages);
  const settings = useMethodSettings();
  return ({ method, of, formula, more }: TypedMethod): Record<string, string> => {
    const wrong: Record<string, string> = {};
    for (const { name, kind, needed } of settings(method)) {
      const text = more[name]?.trim() ?? '';
      if (kind === 'services' || kind === 'service') {
        if (of.length === 0) wrong['of'] = t('method.of.need');
      } else if (kind === 'formula') {
        if (!formula) wrong['formula'] = t('method.formula.need');
      } else if (needed && text === '') wrong[`more.${name}`] = words('need');
      else if (kind === 'meters-and-services' && spentOf(text).some(({ meter, service }) => !meter || !service))
        wrong[`more.${name}`] = words('need');
      else if (kind === 'decimal' && text !== '' && !isNumber(text)) wrong[`more.${name}`] = words('number');
    }
    return wrong;
  };
}

/** Of an assignment, as a form begins with it. */
export function typedSettings(given: Readonly<Record<string, unknown>> = {}): Omit<TypedMethod, 'method'> {
  const { of, formula, ...others } = given;
  return {
    of: Array.isArray(of) ? of.map(String) : typeof of === 'string' ? [of] : [],
    formula: typeof formula === 'string' ? formula : null,
    more: Object.fromEntries(
      Object.entries(others).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.map(itemText).join() : typeof value === 'string' ? asTyped(value) : String(value),
      ]),
    ),
  };
}

/** A month, a meter, or a meter with the service whose tariff pays for it. */
function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { meter, service } = item as { readonly meter: unknown; readonly service: unknown };
  return `${String(meter)}:${String(service)}`;
}

/** A figure of the API begins in a field as it is written here. */
function asTyped(value: string): string {
  return /^-?\d+\.\d+$/.test(value) ? numberText(value) : value;
}

export function settingsBody(
  settings: readonly MethodSetting[],
  { of, formula, more }: Omit<TypedMethod, 'method'>,
): Record<string, unknown> {
  return Object.fromEntries(
    settings.flatMap(({ name, kind }): [string, unknown][] => {
      const text = more[name]?.trim() ?? '';
      switch (kind) {
        case 'services':
          return [[name, of]];
        case 'service':
          return [[name, of.slice(0, 1)]];
        case 'formula':
          return [[name, formula]];
        case 'meters':
          return text === '' ? [] : [[name, idsOf(text)]];
        case 'meters-and-services':
          return text === '' ? [] : [[name, spentOf(text)]];
        case 'flag':
          return text === 'true' ? [[name, true]] : [];
        case 'months':
          return text === ''
            ? []
            : [
                [
                  name,
                  text
                    .split(',')
                    .map(Number)
                    .sort((a, b) => a - b),
                ],
              ];
        case 'decimal':
        case 'signed':
          return text === '' ? [] : [[name, typedNumber(text) ?? text]];
        default:
          return text === '' ? [] : [[name, text]];
      }
    }),
  );
}
