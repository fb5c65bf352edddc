import type { ProblemText } from './problem-text.js';

/** Services, suppliers, tariffs, norms, coefficients, formulas and the law’s parameters. */
export const CATALOGUE_TEXTS = {
  'service.not-voluntary': {
    status: 409,
    ru: 'От услуги «{service}» нельзя отказаться: она не отмечена как добровольная.',
    en: 'The service “{service}” can’t be declined: it isn’t marked as voluntary.',
  },
  'service.code-taken': {
    status: 409,
    ru: 'Услуга с кодом {code} уже есть.',
    en: 'There is a service with the code {code} already.',
  },
  'service.not-found': {
    status: 404,
    ru: 'Такой услуги нет.',
    en: 'There is no such service.',
  },
  'service.stale': {
    status: 412,
    ru: 'Услугу тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the service meanwhile. Compare and save again.',
  },
  'service.in-use': {
    status: 409,
    ru: 'Услуга «{service}» назначена (мест: {count}): {houses}. Сначала закройте назначения.',
    en: 'The service "{service}" is assigned in {count} places: {houses}. End the assignments first.',
  },
  'service.archived': {
    status: 409,
    ru: 'Услуга «{service}» в архиве. Верните её из архива.',
    en: 'The service "{service}" is archived. Take it out of the archive.',
  },
  'service.not-archived': {
    status: 409,
    ru: 'Услуга «{service}» не в архиве.',
    en: 'The service "{service}" is not archived.',
  },

  'supplier.exists': {
    status: 409,
    ru: 'Поставщик с ИНН {inn} уже есть.',
    en: 'There is a supplier with INN {inn} already.',
  },
  'supplier.bank-details-overlap': {
    status: 409,
    ru: 'В эти дни у поставщика уже есть счёт {accountNumber}. Сначала закройте его.',
    en: 'The supplier has the account {accountNumber} on these days already. End it first.',
  },
  'supplier.not-found': {
    status: 404,
    ru: 'Такого поставщика нет.',
    en: 'There is no such supplier.',
  },
  'supplier.stale': {
    status: 412,
    ru: 'Поставщика тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the supplier meanwhile. Compare and save again.',
  },

  'bank-change.not-found': {
    status: 404,
    ru: 'Такой заявки на реквизиты нет.',
    en: 'There is no such request for bank details.',
  },
  'bank-change.pending': {
    status: 409,
    ru: 'По поставщику «{supplier}» уже ждёт решения другая заявка. Подтвердите или отклоните её.',
    en: 'Another request for "{supplier}" is waiting already. Confirm or reject it.',
  },
  'bank-change.own': {
    status: 403,
    ru: 'Свою заявку на реквизиты подтвердить нельзя: это делает второй человек.',
    en: 'Your own request for bank details is for a second person to confirm.',
  },
  'bank-change.decided': {
    status: 409,
    ru: 'По этой заявке уже решено.',
    en: 'This request is decided already.',
  },

  'assignment.no-area': {
    status: 422,
    ru: '{house}: площадь дома не введена, а способ начисления делит по ней. Введите её в паспорте дома.',
    en: '{house}: the house has no area, by which this way of charging divides. Enter it in the house’s passport.',
  },
  'assignment.no-common-area': {
    status: 422,
    ru: '{house}: площадь общего имущества не введена, а норматив считают по ней. Введите её в паспорте дома.',
    en: '{house}: the house has no area of common property, by which the norm is reckoned. Enter it in the house’s passport.',
  },
  'assignment.overlap': {
    status: 409,
    ru: 'Услуга «{service}» дому {house} в эти дни уже назначена. Сначала закройте прежнее назначение.',
    en: 'The service "{service}" is assigned to {house} on these days already. End the former assignment first.',
  },
  'assignment.not-found': {
    status: 404,
    ru: 'Такого назначения нет.',
    en: 'There is no such assignment.',
  },
  'assignment.method': {
    status: 422,
    ru: 'Способа начисления «{method}» нет. Есть: {known}.',
    en: 'There is no charge method "{method}". There are: {known}.',
  },
  'assignment.settings': {
    status: 422,
    ru: 'Способ «{method}»: проверьте настройку «{setting}».',
    en: 'The method "{method}": check its setting "{setting}".',
  },
  'assignment.premises': {
    status: 422,
    ru: '{house}: такого помещения в доме нет.',
    en: '{house}: there are no such premises in the house.',
  },
  'assignment.entrance': {
    status: 422,
    ru: '{house}: в подъезде {entrance} нет ни одного помещения.',
    en: '{house}: there are no premises in entrance {entrance}.',
  },
  'assignment.twice': {
    status: 422,
    ru: 'Одно и то же место указано дважды.',
    en: 'One place stands twice.',
  },
  'assignment.plan-stale': {
    status: 412,
    ru: 'С предпросмотра что-то изменилось. Посмотрите ещё раз и подтвердите.',
    en: 'Something has changed since the preview. Look again and confirm.',
  },
  'assignment.conflicts': {
    status: 409,
    ru: 'Есть конфликты: {count}. Разберите их или пропустите эти места.',
    en: 'There are {count} conflicts. Settle them, or skip these places.',
  },
  'assignment.other-biller': {
    status: 409,
    ru: 'Эту услугу по этому дому в эти дни начисляет другая организация. Уточните дату передачи дома.',
    en: 'Another organisation bills this service of the house on these days. Check on which day the house was handed over.',
  },
  'assignment.day-outside': {
    status: 422,
    ru: 'Назначение действует с {from:date}: выберите день из его срока.',
    en: 'The assignment holds from {from:date}: choose a day within its days.',
  },

  'tariff.rate': { status: 422, ru: 'Тариф {rate} – не сумма.', en: 'The rate {rate} is not an amount.' },
  'tariff.overlap': {
    status: 409,
    ru: 'Тариф «{service}» с {from:date} уже действует в эти дни. Закройте его или введите новый взамен.',
    en: 'The tariff of "{service}" from {from:date} holds on these days already. End it, or enter the new one in its place.',
  },
  'tariff.gap': {
    status: 409,
    ru: '«{service}»: с {gapFrom:date} до {gapTo:date} тарифа не будет. Сдвиньте дату или подтвердите.',
    en: '"{service}": there would be no tariff from {gapFrom:date} to {gapTo:date}. Move the day, or confirm.',
  },
  'tariff.zones': {
    status: 422,
    ru: 'Нужна одна цена или цены двух–четырёх зон.',
    en: 'One price is needed, or the prices of two to four zones.',
  },
  'tariff.ranges': {
    status: 422,
    ru: 'Диапазонов – два или три, по возрастанию, последний без верхней границы, зоны у всех одни.',
    en: 'Ranges are two or three, ascending, the last one without an end, all with the same zones.',
  },
  'tariff.vat': {
    status: 422,
    ru: 'Ставка НДС {vatRate} невозможна.',
    en: 'A VAT rate of {vatRate} is impossible.',
  },
  'tariff.not-found': {
    status: 404,
    ru: 'Такого тарифа нет.',
    en: 'There is no such tariff.',
  },
  'tariff.close-day': {
    status: 422,
    ru: 'Тариф действует с {from:date}: выберите день из его срока.',
    en: 'The tariff holds from {from:date}: choose a day within its days.',
  },

  'norm.value': { status: 422, ru: 'Норматив {value} – не число.', en: 'The norm {value} is not a figure.' },
  'norm.overlap': {
    status: 409,
    ru: 'Норматив «{service}» с {from:date} уже действует в эти дни. Закройте его или введите новый взамен.',
    en: 'The norm of "{service}" from {from:date} holds on these days already. End it, or enter the new one in its place.',
  },
  'norm.gap': {
    status: 409,
    ru: '«{service}»: с {gapFrom:date} до {gapTo:date} норматива не будет. Сдвиньте дату или подтвердите.',
    en: '"{service}": there would be no norm from {gapFrom:date} to {gapTo:date}. Move the day, or confirm.',
  },
  'norm.not-found': {
    status: 404,
    ru: 'Такого норматива нет.',
    en: 'There is no such norm.',
  },
  'norm.close-day': {
    status: 422,
    ru: 'Норматив действует с {from:date}: выберите день из его срока.',
    en: 'The norm holds from {from:date}: choose a day within its days.',
  },

  'rate.exceeded': {
    status: 429,
    ru: 'Слишком много запросов. Повторите через {seconds} с.',
    en: 'Too many requests. Repeat in {seconds} s.',
  },
  'rate.no-law': {
    status: 422,
    ru: 'Укажите акт и пункт, на которых стоит значение.',
    en: 'Name the act and the clause that the figure stands on.',
  },

  'formula.not-found': { status: 404, ru: 'Такой формулы нет.', en: 'There is no such formula.' },
  'formula.code-taken': {
    status: 409,
    ru: 'Формула с кодом {code} уже есть. Возьмите другой код.',
    en: 'There is a formula with the code {code} already. Take another code.',
  },
  'formula.stale': {
    status: 412,
    ru: 'Формулу тем временем изменил кто-то другой. Откройте её заново.',
    en: 'Somebody else has changed the formula meanwhile. Open it anew.',
  },
  'formula.no-draft': {
    status: 409,
    ru: 'Черновика нет. Измените формулу и сохраните черновик.',
    en: 'There is no draft. Change the formula and save a draft.',
  },
  'formula.first-draft': {
    status: 409,
    ru: 'Это единственная версия формулы. Измените её вместо того, чтобы отбросить.',
    en: 'This is the only version of the formula. Change it instead of dropping it.',
  },
  'formula.no-law': {
    status: 422,
    ru: 'Укажите акт и пункт, на которых стоит формула.',
    en: 'Name the act and the clause that the formula stands on.',
  },
  'formula.fault': {
    status: 422,
    ru: 'В формуле ошибка около знака {at}. Исправьте её и сохраните.',
    en: 'The formula has a fault near the character {at}. Mend it and save.',
  },
  'formula.no-cases': {
    status: 409,
    ru: 'Нет ни одной проверки. Добавьте пример, посчитанный вручную.',
    en: 'There is not one case. Add an example that was reckoned by hand.',
  },
  'formula.cases-fail': {
    status: 409,
    ru: 'Проверок не сошлось: {count} ({cases}). Исправьте формулу или пример.',
    en: 'Cases that do not come out: {count} ({cases}). Mend the formula or the example.',
  },
  'formula.not-active': {
    status: 409,
    ru: 'С {day:date} формула и так не действует.',
    en: 'The formula does not hold from {day:date} anyway.',
  },
  'formula.in-use': {
    status: 409,
    ru: 'По формуле начисляют, домов: {count} ({houses}). Сначала закончите назначения.',
    en: 'Houses are charged by the formula: {count} ({houses}). End the assignments first.',
  },

  'draft.not-found': {
    status: 404,
    ru: 'Такого черновика нет.',
    en: 'There is no such draft.',
  },
  'draft.stale': {
    status: 412,
    ru: 'Черновик тем временем изменил кто-то другой. Сравните и сохраните ещё раз.',
    en: 'Somebody else has changed the draft meanwhile. Compare and save again.',
  },
  'draft.decided': {
    status: 409,
    ru: 'Этот черновик уже утверждён или отброшен.',
    en: 'This draft is approved or discarded already.',
  },
  'draft.kind': {
    status: 422,
    ru: 'Черновик тарифа не станет нормативом и наоборот. Создайте новый.',
    en: 'A draft of a tariff does not become one of a norm, or the other way round. Make a new one.',
  },
  'draft.figure': {
    status: 422,
    ru: 'Не хватает значения: тарифу – rates, нормативу – value ({field}).',
    en: 'The figure is missing: rates for a tariff, value for a norm ({field}).',
  },

  'coefficient.not-found': {
    status: 404,
    ru: 'Такого коэффициента нет.',
    en: 'There is no such coefficient.',
  },
  'coefficient.unknown': {
    status: 422,
    ru: 'Коэффициента «{code}» нет. Есть: {known}.',
    en: 'There is no coefficient "{code}". There are: {known}.',
  },
  'coefficient.value': {
    status: 422,
    ru: 'Коэффициент {value} невозможен.',
    en: 'A coefficient of {value} is impossible.',
  },
  'coefficient.close-day': {
    status: 422,
    ru: 'Коэффициент действует с {from:date}: выберите день из его срока.',
    en: 'The coefficient holds from {from:date}: choose a day within its days.',
  },

  'effect.question': {
    status: 422,
    ru: 'Укажите ровно одно: черновик, тариф с нормативом или коэффициент.',
    en: 'Name exactly one: a draft, a rate or a factor.',
  },
  'effect.nothing': {
    status: 409,
    ru: 'За {period:month} нет ни одного счёта, на котором можно посчитать.',
    en: 'There is no account in {period:month} to reckon with.',
  },
  'effect.ranges': {
    status: 409,
    ru: 'Тариф с диапазонами пока не на чем посчитать: ни один способ начисления их не делит.',
    en: 'A tariff with price ranges can’t be reckoned yet: no charge method divides by them.',
  },

  'catalogue.ambiguous-traits': {
    status: 409,
    ru: 'На {date:date} подходят сразу два значения тарифа или норматива. Уточните признаки одного из них.',
    en: 'On {date:date} two tariffs or norms fit at once. Make the traits of one of them more exact.',
  },

  'law.parameter-expired': {
    status: 409,
    ru: 'На {date:date} нет параметра закона «{code}». Обновите справочник законов.',
    en: 'There is no parameter of law "{code}" on {date:date}. Bring the law’s parameters up to date.',
  },

  'season.days': {
    status: 422,
    ru: 'Отопительный период кончается позже, чем начинается, и длится не больше года.',
    en: 'A heating season ends after it begins and lasts a year at most.',
  },
  'season.overlap': {
    status: 409,
    ru: 'На эти дни отопительный период уже введён: с {from:date}.',
    en: 'A heating season is entered for these days already: from {from:date}.',
  },
  'season.not-found': { status: 404, ru: 'Такого отопительного периода нет.', en: 'There is no such heating season.' },

  'vat-exemption.overlap': {
    status: 409,
    ru: 'На эти дни освобождение от НДС уже введено: с {from:date}.',
    en: 'An exemption from VAT is entered for these days already: from {from:date}.',
  },
  'vat-exemption.not-found': {
    status: 404,
    ru: 'Такого освобождения от НДС нет.',
    en: 'There is no such exemption from VAT.',
  },
} as const satisfies Record<string, ProblemText>;
