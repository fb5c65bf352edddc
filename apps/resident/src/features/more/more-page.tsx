import { type Language, setLanguage, useLanguage, useMessages, useSession, useSignedIn } from '@dvor/ui';
import { Button, Switch, useMantineColorScheme } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useState } from 'react';
import { printSize, setPrintSize } from '../../lib/print-size.js';
import { ChoiceList } from './choice-list.js';
import { moreMessages } from './messages.js';
import classes from './more.module.css';
import './styles.js';

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['ru', 'Русский'],
  ['en', 'English'],
];

export default function MorePage() {
  const t = useMessages(moreMessages);
  const session = useSession();
  const { user } = useSignedIn();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [print, setPrint] = useState(printSize);

  return (
    <>
      <h1 className={classes.title}>{t('title')}</h1>
      <Switch
        size="lg"
        labelPosition="left"
        label={t('print')}
        description={t('print.note')}
        classNames={{ root: classes.switch, body: classes.switchBody, labelWrapper: classes.switchLabel }}
        checked={print === 'large'}
        onChange={(event) => {
          const size = event.currentTarget.checked ? 'large' : 'usual';
          setPrintSize(size);
          setPrint(size);
        }}
      />
      <ChoiceList
        name="language"
        title={t('language')}
        value={language}
        choices={LANGUAGES.map(([value, label]) => ({ value, label, lang: value }))}
        onChoose={setLanguage}
      />
      <ChoiceList
        name="theme"
        title={t('theme')}
        value={colorScheme}
        choices={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChoose={setColorScheme}
      />
      <div>
        <div className={classes.quiet}>{t('signedInAs')}</div>
        <div>{user.name}</div>
        <div className={classes.quiet}>{user.email}</div>
      </div>
      <Button
        variant="default"
        leftSection={<IconLogout size={20} aria-hidden />}
        onClick={() => void session.signOut()}
      >
        {t('signOut')}
      </Button>
    </>
  );
}
