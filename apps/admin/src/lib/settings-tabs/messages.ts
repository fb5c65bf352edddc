import { defineMessages } from '@dvor/ui';

export const settingsTabMessages = defineMessages('settingsTabs', {
  ru: { title: 'Настройки', general: 'Общие', keys: 'Ключи API', webhooks: 'Вебхуки' },
  en: { title: 'Settings', general: 'General', keys: 'API keys', webhooks: 'Webhooks' },
});
