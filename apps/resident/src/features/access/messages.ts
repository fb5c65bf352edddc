import { defineMessages } from '@dvor/ui';

export const accessMessages = defineMessages('access', {
  ru: {
    product: 'Двор',
    title: 'Личный кабинет',
    lead: 'Сколько платить, за что и почему столько.',
    email: 'Электронная почта',
    password: 'Пароль',
    submit: 'Войти',
    expired: 'Вы давно не заходили. Войдите снова.',
    wrong: 'Почта или пароль не подошли. Проверьте, на каком языке печатаете.',
    locked: 'Слишком много попыток подряд. Попробуйте позже.',
    staff: 'Это вход для жителей. Бухгалтерия входит отдельно.',
    toConsole: 'Открыть вход для сотрудников',
    needEmail: 'Впишите почту',
    needPassword: 'Впишите пароль',
  },
  en: {
    product: 'Dvor',
    title: 'Resident cabinet',
    lead: 'How much to pay, for what and why this much.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    expired: 'You have been away for a while. Sign in again.',
    wrong: 'The e-mail or the password does not match. Check which language you are typing in.',
    locked: 'Too many attempts in a row. Try again later.',
    staff: 'This sign-in is for residents. Employees sign in elsewhere.',
    toConsole: 'Open the employees’ sign-in',
    needEmail: 'Enter the e-mail',
    needPassword: 'Enter the password',
  },
});
