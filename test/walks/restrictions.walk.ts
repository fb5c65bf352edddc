import { describe, it } from '@jest/globals';
import { beginWalk } from './support/walk.js';

const walk = beginWalk();

describe('restriction of services', () => {
  it('shows where each stands and what is next, by stage and house', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/restrictions');
    await accountant.sees('ограничено');
    await accountant.sees('предупреждён');
    await accountant.sees('приостановить можно с');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/restrictions?stage=suspended');
    await accountant.sees('Под этот отбор ничего не подходит');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is followed on a page of its own: debt, terms, acts and their forms', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/restrictions?stage=limited');
    await accountant.pressOn('Электроснабжение', 'main tbody');
    await accountant.sees('Что дальше');
    await accountant.sees('Установлен ограничитель');
    await accountant.findsThePageInOrder();
    await accountant.press('Записать акт');
    await accountant.fill('№ акта', '2-П');
    await accountant.findsThePageInOrder();
    accountant.forgives(/409.*\/steps$/);
    await accountant.press('Записать акт', { within: '[role=dialog]' });
    await accountant.sees('по правилам это можно сделать с');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is noted once its day has come', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/restrictions?stage=warned');
    await accountant.pressOn('ограничить можно с', 'main tbody');
    await accountant.press('Записать акт');
    await accountant.fill('№ акта', '3-О');
    await accountant.press('Записать акт', { within: '[role=dialog]' });
    await accountant.sees('услуга ограничена');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('begins with a warning that is looked over first', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/restrictions');
    await accountant.follow('Предупредить должников');
    await accountant.press('Посмотреть, кого');
    await accountant.sees('месяц по нормативу');
    await accountant.findsThePageInOrder();
    await accountant.press('Написать предупреждения');
    await accountant.sees('Предупреждение об ограничении №');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('is in order on a phone', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/restrictions', { screen: 'phone' });
    await accountant.sees('предупреждён');
    await accountant.findsThePageInOrder();
    await accountant.pressOn('Электроснабжение', 'main tbody');
    await accountant.sees('Что сделано');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/restrictions/new');
    await accountant.press('Посмотреть, кого');
    await accountant.sees('Предупредим');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });

  it('finds letters by house and stage', async () => {
    const accountant = await walk.signedIn('accountant@dvor.demo', '/console/debt-letters?view=letters');
    await accountant.sees('Предупреждение об ограничении');
    await accountant.findsThePageInOrder();
    await accountant.goTo('/console/debt-letters?view=letters&stage=bailiff');
    await accountant.sees('Под этот отбор никто не подходит');
    await accountant.findsThePageInOrder();
    await accountant.leave();
  });
});
