import type { Language } from '../door/language.js';

const WORDS = {
  ru: {
    title: 'Очереди Двора',
    email: 'Почта',
    password: 'Пароль',
    enter: 'Войти',
    note: 'Для сотрудников, которым доступны очереди.',
  },
  en: {
    title: 'Queues of Dvor',
    email: 'E-mail',
    password: 'Password',
    enter: 'Sign in',
    note: 'For staff who may watch the queues.',
  },
};

/** A page without a script, so that the board opens even when the console is not built. */
export function queueSignInPage(language: Language, refusal?: string): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="icon" href="/favicon.svg">
<style>
  body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 100vh; margin: 0; background: #fbfcfa; color: #1b1f1d }
  form { display: grid; gap: .75rem; width: min(20rem, 90vw); padding: 2rem; background: #fff; border: 1px solid #d9dde3; border-radius: 8px }
  h1 { font-size: 1.25rem; margin: 0 } label { display: grid; gap: .25rem } p { margin: 0; color: #5b6470 }
  input, button { font: inherit; padding: .5rem .75rem; border: 1px solid #b6bdc7; border-radius: 6px } button { background: #217253; border-color: #217253; color: #fff; cursor: pointer }
  [role=alert] { color: #b3261e }
</style>
<form method="post" action="/queues/sign-in">
  <h1>${words.title}</h1>
  <p>${words.note}</p>
  ${refusal ? `<p role="alert">${escapeHtml(refusal)}</p>` : ''}
  <label>${words.email}<input name="email" type="email" autocomplete="username" required autofocus></label>
  <label>${words.password}<input name="password" type="password" autocomplete="current-password" required></label>
  <button>${words.enter}</button>
</form>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
