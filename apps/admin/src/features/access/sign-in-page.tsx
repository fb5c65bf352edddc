import { ApiProblem, Notice, PasswordField, ProblemNotice, useMessages, useSession } from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { useSetupState } from './api.js';
import classes from './access.module.css';
import { EntranceCard } from './entrance-card.js';
import { accessMessages } from './messages.js';

export function SignInPage({ reason }: { reason: 'none' | 'expired' }) {
  const t = useMessages(accessMessages);
  const session = useSession();
  const setup = useSetupState();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('signIn.needEmail')), password: isNotEmpty(t('signIn.needPassword')) },
  });
  const signIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => session.signIn(values.email.trim(), values.password),
    onError: () => form.getInputNode('password')?.focus(),
  });

  if (setup.data?.empty) return <Navigate to="/setup" replace />;
  return (
    <EntranceCard>
      <h1 className={classes.title}>{t('signIn.title')}</h1>
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        {reason === 'expired' && !signIn.error && <Notice tone="info">{t('signIn.expired')}</Notice>}
        <SignInProblem error={signIn.error} />
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          autoFocus
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordField
          label={t('signIn.password')}
          autoComplete="current-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth mt="xs">
          {t('signIn.submit')}
        </Button>
      </form>
    </EntranceCard>
  );
}

function SignInProblem({ error }: { error: unknown }) {
  const t = useMessages(accessMessages);
  if (!(error instanceof ApiProblem)) return <ProblemNotice error={error} />;
  switch (error.code) {
    case 'auth.wrong-credentials':
      return <Notice tone="danger">{t('signIn.wrong')}</Notice>;
    case 'auth.locked':
      return <Notice tone="danger">{error.detail || t('signIn.locked')}</Notice>;
    case 'auth.other-kind':
      return (
        <Notice tone="info">
          {t('signIn.resident')} <a href="/">{t('signIn.toCabinet')}</a>
        </Notice>
      );
    default:
      return <ProblemNotice error={error} />;
  }
}
