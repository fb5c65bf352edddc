import { answer, Form, FormGrid, useMessages } from '@dvor/ui';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { typedText } from '../../lib/basis/typed.js';
import { useChecks } from '../../lib/basis/use-checks.js';
import { useSave } from '../../lib/basis/use-save.js';
import { useApi } from '../../lib/use-api.js';
import type { Supplier } from './api.js';
import { Difference, rowsOf } from './difference.js';
import { FULL } from './full.js';
import { catalogueMessages } from './messages.js';
import { useReadAnew, useTheirs } from './use-theirs.js';

/** A new supplier, or, with `supplier`, the one that is there; where its money goes is asked for by itself. */
export function SupplierForm({
  supplier,
  onClose,
  onDone,
}: {
  supplier?: Supplier;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const t = useMessages(catalogueMessages);
  const api = useApi();
  const checks = useChecks();
  const { theirs, setTheirs, version, shown: shownError } = useTheirs(supplier);
  const form = useForm({
    initialValues: typed(supplier),
    validate: { name: checks.filled, inn: checks.filled },
  });
  const save = useSave(form, {
    write: (api, values, headers) => {
      const body = bodyOf(values);
      if (!supplier) return answer(api.POST('/api/v1/suppliers', { body, headers }));
      const params = { path: { id: supplier.id }, header: { 'If-Match': `"${version}"` } };
      return answer(api.PATCH('/api/v1/suppliers/{id}', { params, body, headers }));
    },
    onDone: ({ id }) => {
      onClose();
      onDone(id);
    },
  });
  useReadAnew(
    save.error,
    () => answer(api.GET('/api/v1/suppliers/{id}', { params: { path: { id: supplier?.id ?? '' } } })),
    setTheirs,
  );
  const shown = ({ name, inn, kpp, ogrn, address, phone }: typeof form.values) => ({
    [t('name')]: name.trim(),
    [t('inn')]: inn.trim(),
    [t('kpp')]: kpp.trim(),
    [t('ogrn')]: ogrn.trim(),
    [t('address')]: address.trim(),
    [t('phone')]: phone.trim(),
  });
  return (
    <Form onCancel={onClose} submit={supplier ? t('save') : t('supplier.add')} {...save} error={shownError(save.error)}>
      <FormGrid>
        <TextInput
          wrapperProps={FULL}
          data-autofocus
          label={t('name')}
          required
          maxLength={300}
          {...form.getInputProps('name')}
        />
        <TextInput label={t('inn')} required inputMode="numeric" maxLength={12} {...form.getInputProps('inn')} />
        <TextInput label={t('kpp')} inputMode="numeric" maxLength={9} {...form.getInputProps('kpp')} />
        <TextInput label={t('ogrn')} inputMode="numeric" maxLength={15} {...form.getInputProps('ogrn')} />
        <TextInput label={t('phone')} type="tel" maxLength={40} {...form.getInputProps('phone')} />
        <TextInput wrapperProps={FULL} label={t('address')} maxLength={500} {...form.getInputProps('address')} />
      </FormGrid>
      {theirs && <Difference rows={rowsOf(shown(typed(theirs)), shown(form.values))} />}
    </Form>
  );
}

function typed(supplier?: Supplier) {
  return {
    name: supplier?.name ?? '',
    inn: supplier?.inn ?? '',
    kpp: supplier?.kpp ?? '',
    ogrn: supplier?.ogrn ?? '',
    address: supplier?.address ?? '',
    phone: supplier?.phone ?? '',
  };
}

function bodyOf({ name, inn, kpp, ogrn, address, phone }: ReturnType<typeof typed>) {
  return {
    ...{ name: name.trim(), inn: inn.trim(), kpp: typedText(kpp), ogrn: typedText(ogrn) },
    ...{ address: typedText(address), phone: typedText(phone) },
  };
}
