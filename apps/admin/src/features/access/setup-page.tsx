import { checkInn, checkKpp, checkOgrn, checkOgrnip } from '@dvor/kernel';
import { ApiProblem, EmptyState, PasswordField, ProblemNotice, useLanguage, useMessages } from '@dvor/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { isEmail, isNotEmpty, useForm } from '@mantine/form';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { ORGANIZATION_KINDS, useSetUp, useSetupState } from './api.js';
import classes from './access.module.css';
import { EntranceCard } from './entrance-card.js';
import { accessMessages } from './messages.js';
import { RUSSIAN_TIME_ZONES, timeZoneOptions } from '../../lib/russian-time-zones.js';

const SHORTEST_PASSWORD = 8;
const FULL_WIDTH = { 'data-full': true };

/** Shown once, on an installation that has no organisation. */
export default function SetupPage() {
  const t = useMessages(accessMessages);
  const setup = useSetupState();
  if (setup.data && !setup.data.empty) {
    return (
      <EntranceCard>
        <EmptyState
          icon={<IconBuildingCommunity stroke={1.5} />}
          title={t('setup.done.title')}
          action={<Link to="/">{t('setup.done.signIn')}</Link>}
        >
          {t('setup.done.text')}
        </EmptyState>
      </EntranceCard>
    );
  }
  return (
    <EntranceCard wide>
      <h1 className={classes.title}>{t('setup.title')}</h1>
      <p className={classes.lead}>{t('setup.text')}</p>
      <SetupForm />
    </EntranceCard>
  );
}

function SetupForm() {
  const t = useMessages(accessMessages);
  const language = useLanguage();
  const navigate = useNavigate();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: {
      organization: {
        kind: ORGANIZATION_KINDS[0] as (typeof ORGANIZATION_KINDS)[number],
        name: '',
        shortName: '',
        inn: '',
        kpp: '',
        ogrn: '',
        address: '',
        timeZone: ownTimeZone(),
      },
      administrator: { name: '', email: '', password: '' },
    },
    validateInputOnBlur: true,
    validate: {
      organization: {
        name: isNotEmpty(t('setup.need')),
        shortName: isNotEmpty(t('setup.need')),
        inn: (inn) => (checkInn(inn) === 'ok' ? null : t('setup.inn.wrong')),
        kpp: (kpp) => (kpp === '' || checkKpp(kpp) === 'ok' ? null : t('setup.kpp.wrong')),
        ogrn: (ogrn) =>
          ogrn === '' || checkOgrn(ogrn) === 'ok' || checkOgrnip(ogrn) === 'ok' ? null : t('setup.ogrn.wrong'),
        address: isNotEmpty(t('setup.need')),
      },
      administrator: {
        name: isNotEmpty(t('setup.need')),
        email: isEmail(t('setup.email.wrong')),
        password: (value) => (value.length < SHORTEST_PASSWORD ? t('setup.password.short') : null),
      },
    },
  });

  const create = useSetUp();

  function submit({ organization, administrator }: typeof form.values): void {
    const { kpp, ogrn, ...rest } = organization;
    create.mutate(
      { organization: { ...rest, kpp: kpp || null, ogrn: ogrn || null }, administrator },
      {
        onSuccess: () => void navigate('/', { replace: true }),
        onError: (error) => {
          if (error instanceof ApiProblem) {
            form.setErrors(Object.fromEntries(error.errors.map(({ field, message }) => [field, message])));
          }
        },
      },
    );
  }

  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(submit)}>
      <fieldset className={classes.group}>
        <legend>{t('setup.organization')}</legend>
        <Select
          label={t('setup.kind')}
          data={ORGANIZATION_KINDS.map((kind) => ({ value: kind, label: t(`setup.kind.${kind}`) }))}
          allowDeselect={false}
          key={form.key('organization.kind')}
          {...form.getInputProps('organization.kind')}
        />
        <Select
          label={t('setup.timeZone')}
          data={[...timeZoneOptions(language)]}
          allowDeselect={false}
          searchable
          key={form.key('organization.timeZone')}
          {...form.getInputProps('organization.timeZone')}
        />
        <TextInput
          wrapperProps={FULL_WIDTH}
          label={t('setup.name')}
          placeholder={t('setup.name.hint')}
          key={form.key('organization.name')}
          {...form.getInputProps('organization.name')}
        />
        <TextInput
          label={t('setup.shortName')}
          placeholder={t('setup.shortName.hint')}
          key={form.key('organization.shortName')}
          {...form.getInputProps('organization.shortName')}
        />
        <TextInput
          label={t('setup.inn')}
          inputMode="numeric"
          maxLength={12}
          key={form.key('organization.inn')}
          {...form.getInputProps('organization.inn')}
        />
        <TextInput
          label={t('setup.kpp')}
          placeholder={t('setup.kpp.hint')}
          maxLength={9}
          key={form.key('organization.kpp')}
          {...form.getInputProps('organization.kpp')}
        />
        <TextInput
          label={t('setup.ogrn')}
          placeholder={t('setup.ogrn.hint')}
          inputMode="numeric"
          maxLength={15}
          key={form.key('organization.ogrn')}
          {...form.getInputProps('organization.ogrn')}
        />
        <TextInput
          wrapperProps={FULL_WIDTH}
          label={t('setup.address')}
          placeholder={t('setup.address.hint')}
          key={form.key('organization.address')}
          {...form.getInputProps('organization.address')}
        />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>{t('setup.administrator')}</legend>
        <TextInput
          wrapperProps={FULL_WIDTH}
          label={t('setup.person')}
          autoComplete="name"
          key={form.key('administrator.name')}
          {...form.getInputProps('administrator.name')}
        />
        <TextInput
          label={t('setup.email')}
          type="email"
          autoComplete="username"
          key={form.key('administrator.email')}
          {...form.getInputProps('administrator.email')}
        />
        <PasswordField
          label={t('setup.password')}
          placeholder={t('setup.password.hint')}
          autoComplete="new-password"
          key={form.key('administrator.password')}
          {...form.getInputProps('administrator.password')}
        />
      </fieldset>
      <ProblemNotice error={create.error} />
      <Button type="submit" loading={create.isPending} mt="xs">
        {t('setup.submit')}
      </Button>
    </form>
  );
}

function ownTimeZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return RUSSIAN_TIME_ZONES.some(([zone]) => zone === own) ? own : 'Europe/Moscow';
}
