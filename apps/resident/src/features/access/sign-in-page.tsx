import {
  ApiProblem,
  Brand,
  Notice,
  PasswordField,
  ProblemNotice,
  setLanguage,
  useLanguage,
  useMessages,
  useSession,
} from '@dvor/ui';
import { Button, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import classes from './access.module.css';
import { accessMessages } from './messages.js';

export default function SignInPage({ reason }: { reason: 'none' | 'expired' }) {
  const t = useMessages(accessMessages);
  const language = useLanguage();
  const other = language === 'ru' ? 'en' : 'ru';
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <Brand name={t('product')} size={32} />
        <button type="button" className={classes.language} lang={other} onClick={() => setLanguage(other)}>
          {other === 'en' ? 'English' : 'Русский'}
        </button>
      </div>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.lead}>{t('lead')}</p>
      <SignInForm reason={reason} />
      <Link to="/quick" className={classes.quick}>
        {t('quick')}
      </Link>
    </main>
  );
}

function SignInForm({ reason }: { reason: 'none' | 'expired' }) {
  const t = useMessages(accessMessages);
  const session = useSession();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: isNotEmpty(t('needEmail')), password: isNotEmpty(t('needPassword')) },
  });
  const signIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => session.signIn(values.email.trim(), values.password),
    onError: () => form.getInputNode('password')?.focus(),
  });
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      {reason === 'expired' && !signIn.error && <Notice tone="info">{t('expired')}</Notice>}
      <SignInProblem error={signIn.error} />
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        key={form.key('email')}
        {...form.getInputProps('email')}
      />
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        key={form.key('password')}
        {...form.getInputProps('password')}
      />
      <Button type="submit" fullWidth loading={signIn.isPending} mt="sm">
        {t('submit')}
      </Button>
    </form>
  );
}

function SignInProblem({ error }: { error: unknown }) {
  const t = useMessages(accessMessages);
  if (!(error instanceof ApiProblem)) return <ProblemNotice error={error} />;
  switch (error.code) {
    case 'auth.wrong-credentials':
      return <Notice tone="danger">{t('wrong')}</Notice>;
    case 'auth.locked':
      return <Notice tone="danger">{error.detail || t('locked')}</Notice>;
    case 'auth.other-kind':
      return (
        <Notice tone="info">
          {t('staff')} <a href="/console/">{t('toConsole')}</a>
        </Notice>
      );
    default:
      return <ProblemNotice error={error} />;
  }
}
