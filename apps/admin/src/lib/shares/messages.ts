import { defineMessages } from '@dvor/ui';

export const shareMessages = defineMessages('shares', {
  ru: {
    whole: 'Доли вместе – целое',
    all: 'Доли вместе – {{sum}}, как и было',
    missing: 'Вместе {{sum}}, не хватает {{missing}}',
    over: 'Вместе {{sum}}, лишнее {{over}}',
    unread: 'Вместе {{sum}}, но доля указана не у всех',
    share: 'Доля',
    wrong: 'Нужна доля: 1/2',
    nobodys: 'Часть {{missing}} остаётся без плательщика',
    tooMuch: 'Доли вместе больше, чем есть',
  },
  en: {
    whole: 'The shares make a whole',
    all: 'The shares make {{sum}}, as before',
    missing: 'Together {{sum}}, {{missing}} is missing',
    over: 'Together {{sum}}, {{over}} too much',
    unread: 'Together {{sum}}, but a share is missing',
    share: 'Share',
    wrong: 'A share is needed: 1/2',
    nobodys: '{{missing}} is left without a payer',
    tooMuch: 'The shares make more than there is',
  },
});
