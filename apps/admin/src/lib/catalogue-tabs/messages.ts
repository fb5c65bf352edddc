import { defineMessages } from '@dvor/ui';

export const tabMessages = defineMessages('catalogueTabs', {
  ru: {
    title: 'Справочники',
    services: 'Услуги',
    suppliers: 'Исполнители',
    tariffs: 'Тарифы',
    norms: 'Нормативы',
    coefficients: 'Коэффициенты',
    drafts: 'Черновики',
    assignments: 'Назначения',
    benefits: 'Льготы',
    works: 'Работы',
    formulas: 'Формулы',
    law: 'Закон',
    settings: 'Настройки',
  },
  en: {
    title: 'Catalogue',
    services: 'Services',
    suppliers: 'Suppliers',
    tariffs: 'Tariffs',
    norms: 'Norms',
    coefficients: 'Coefficients',
    drafts: 'Drafts',
    assignments: 'Assignments',
    benefits: 'Benefits',
    works: 'One-off works',
    formulas: 'Formulas',
    law: 'Law',
    settings: 'Organisation’s choices',
  },
});
