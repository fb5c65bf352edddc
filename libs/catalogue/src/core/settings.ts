import { DomainError, parseDecimal } from '@dvor/kernel';

/** Services by number, group after group. */
export type ServiceGroups = readonly (readonly string[])[];

export type SettingValue = string | number | boolean | ServiceGroups;

interface Described {
  readonly title: string;
  readonly description: string;
  /** What the choice rests on. */
  readonly clause: string;
}

/** One of a few answers, a whole number within bounds, yes or no, or services in groups that follow one another. */
export type Setting = Described &
  (
    | { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>>; readonly default: string }
    | { readonly type: 'number'; readonly least: number; readonly most: number; readonly default: number }
    | { readonly type: 'boolean'; readonly default: boolean }
    | { readonly type: 'service-groups'; readonly most: number; readonly default: ServiceGroups }
  );

/**
 * Where the law leaves a choice or is disputed, the organisation chooses, from a day on. What is chosen is shown with
 * the clause, so that nobody takes a custom for the law.
 */
export const SETTINGS = {
  'bank-details.second-person': {
    type: 'boolean',
    default: true,
    title: 'Реквизиты поставщика подтверждает второй человек',
    description: 'Выключить можно только там, где подтверждать больше некому: один работающий с книгами человек.',
    clause: 'Правило организации',
  },
  'due-date.day-off': {
    type: 'choice',
    default: 'stays',
    choices: { stays: 'Остаётся', 'next-working-day': 'На ближайший рабочий день' },
    title: 'Срок оплаты в выходной',
    description: 'Переносится ли срок оплаты, если он выпал на выходной день.',
    clause: 'ст. 155 ч. 1 ЖК РФ; ст. 193 ГК РФ',
  },
  'due-date.february-2026': {
    type: 'choice',
    default: '15',
    choices: { '10': 'До 10.03.2026', '15': 'До 15.03.2026' },
    title: 'Срок оплаты за февраль 2026',
    description: 'Первый месяц с новым сроком: письмо Минстроя называет февраль, часть регионов оставила 10 марта.',
    clause: 'Закон № 177-ФЗ от 24.06.2025',
  },
  'debt.least.notice': {
    type: 'number',
    default: 300,
    least: 0,
    most: 1_000_000,
    title: 'Уведомление: долг не меньше, ₽',
    description: 'Должникам с меньшим долгом уведомления не пишутся.',
    clause: 'Правило организации',
  },
  'debt.least.claim': {
    type: 'number',
    default: 1000,
    least: 0,
    most: 1_000_000,
    title: 'Претензия: долг не меньше, ₽',
    description: 'Должникам с меньшим долгом претензии не пишутся.',
    clause: 'Правило организации',
  },
  'debt.least.court': {
    type: 'number',
    default: 3000,
    least: 0,
    most: 1_000_000,
    title: 'Суд: долг не меньше, ₽',
    description: 'С меньшим долгом заявление о судебном приказе не готовится.',
    clause: 'Правило организации',
  },
  'debt.letter-pay-days': {
    type: 'number',
    default: 14,
    least: 1,
    most: 90,
    title: 'Письма должникам: дней на оплату',
    description: 'К какому дню письмо просит оплатить долг, считая от его даты.',
    clause: 'Правило организации',
  },
  'debt.letter-again-days': {
    type: 'number',
    default: 30,
    least: 0,
    most: 365,
    title: 'Письма должникам: не чаще, дней',
    description: 'Такое же письмо тому же должнику раньше не пишется.',
    clause: 'Правило организации',
  },
  'restriction.second-notice-days': {
    type: 'number',
    default: 3,
    least: 0,
    most: 20,
    title: 'Ограничение услуги: второе предупреждение, дней',
    description:
      'За сколько дней до ограничения доставляют второе предупреждение; 0 – не пишем. Правила его больше не требуют.',
    clause: 'п. 119 ПП РФ № 354 (до 2017 года – за 3 суток)',
  },
  'excess-factor.december-2025': {
    type: 'choice',
    default: 'by-days',
    choices: { 'by-days': 'По дням, с 6 декабря', 'from-december': 'С 1 декабря', 'from-january': 'С 1 января 2026' },
    title: 'Коэффициент 3 на холодную воду в декабре 2025',
    description: 'Постановление вступило в силу 06.12.2025, посреди месяца.',
    clause: 'ПП РФ № 1871 от 25.11.2025',
  },
  'excess-factor.hot-water-on': {
    type: 'choice',
    default: 'water',
    choices: { water: 'Только на компонент «холодная вода»', both: 'И на тепловую энергию' },
    title: 'Повышающий коэффициент горячей воды',
    description: 'На какие части двухкомпонентного тарифа умножается норматив.',
    clause: 'п. 42 ПП РФ № 354, ф. 23',
  },
  'excess-factor.second-refusal': {
    type: 'boolean',
    default: false,
    title: 'Вода: коэффициент сразу после второго отказа в доступе',
    description: 'Часть водоканалов применяет его сразу, не дожидаясь трёх периодов среднего.',
    clause: 'п. 60, 60(2) ПП РФ № 354',
  },
  'average.base': {
    type: 'choice',
    default: 'six-months',
    choices: { 'six-months': 'Последние 6 полных месяцев', 'up-to-twelve': 'Всё, что есть, до 12 месяцев' },
    title: 'За какое время берётся среднее',
    description: 'Закон требует не менее 6 месяцев и не называет верхнего предела.',
    clause: 'п. 59 ПП РФ № 354',
  },
  'volume.rounding': {
    type: 'choice',
    default: 'exact',
    choices: { exact: 'Не округлять до денег', 'as-shown': 'Округлять так, как печатаем' },
    title: 'Округление объёмов',
    description: 'Умножается ли на тариф точный объём или округлённый: м³ до 3 знаков, Гкал до 6.',
    clause: 'Правило организации',
  },
  'late-reading': {
    type: 'choice',
    default: 'open-month',
    choices: {
      'open-month': 'В открытом месяце, по его тарифу',
      'own-month': 'В месяце показания, по его тарифу',
      'by-days': 'По дням: перерасчёт всех месяцев без показаний',
    },
    title: 'Показание после месяцев, начисленных без показаний',
    description:
      'Разница с прошлым показанием: за вычетом начисленного по среднему и нормативу — в счёте открытого месяца или того, за который показание; либо по дням между показаниями — тогда каждый месяц без показаний считается заново по своему тарифу.',
    clause: 'п. 61 ПП РФ № 354',
  },
  'recalculation.months-back': {
    type: 'number',
    default: 36,
    least: 1,
    most: 120,
    title: 'За сколько месяцев пересчитываем сами',
    description: 'Изменения в более старых месяцах ждут решения человека с причиной.',
    clause: 'ст. 196 ГК РФ',
  },
  'recalculation.mass-accounts': {
    type: 'number',
    default: 100,
    least: 1,
    most: 100_000,
    title: 'Со скольких счетов перерасчёт ждёт решения человека',
    description: 'Тарифы, нормативы и настройки ждут всегда; дома и загрузки — если счетов больше.',
    clause: 'Правило организации',
  },
  'residency.registration-day': {
    type: 'choice',
    default: 'counts',
    choices: { counts: 'Считается', 'does-not': 'Не считается' },
    title: 'День регистрации жильца',
    description: 'Считается ли день регистрации прожитым. День выбытия не считается никогда.',
    clause: 'п. 56–58 ПП РФ № 354',
  },
  'unregistered-resident.from': {
    type: 'choice',
    default: 'act-day',
    choices: { 'act-day': 'Со дня по акту', 'month-begin': 'С 1-го числа месяца' },
    title: 'Незарегистрированный жилец',
    description: 'С какого дня он учитывается. Начнёт действовать вместе с актами о жильцах.',
    clause: 'п. 56(1) ПП РФ № 354',
  },
  'quality.part-hours': {
    type: 'choice',
    default: 'full-hours',
    choices: { 'full-hours': 'Только полные часы', exact: 'Точно, долями часа' },
    title: 'Неполные часы перерыва',
    description: 'Как считаются неполные часы при снижении платы по актам о перерывах и качестве.',
    clause: 'Приложение 1 к ПП РФ № 354',
  },
  'quality.hot-water-deviation': {
    type: 'choice',
    default: 'allowed',
    choices: { allowed: 'От 57 °C днём и 55 °C ночью', strict: 'От 60 °C' },
    title: 'Горячая вода: с какой температуры снижается плата',
    description: 'Защищают ли допустимые отклонения плату, спорно.',
    clause: 'п. 5 приложения 1 к ПП РФ № 354; АКПИ13-394',
  },
  'quality.below-forty': {
    type: 'choice',
    default: 'both',
    choices: { both: 'По тарифу холодной и со снижением', 'cold-tariff': 'Только по тарифу холодной' },
    title: 'Горячая вода ниже 40 °C',
    description: 'Снижает ли такой час плату ещё и на проценты за градусы.',
    clause: 'п. 5 приложения 1 к ПП РФ № 354',
  },
  'corrections.second-person-above': {
    type: 'number',
    default: 5000,
    least: 0,
    most: 1000000,
    title: 'Ручные корректировки без второго человека, ₽',
    description: 'Документ на большую сумму проводится только после подтверждения вторым человеком.',
    clause: 'Правило организации',
  },
  'penalty.accrue': {
    type: 'boolean',
    default: true,
    title: 'Начислять пени',
    description: 'Пени начисляются при закрытии месяца по его последний день. Смотрят на выбор этого дня.',
    clause: 'ст. 155 ч. 14, 14.1 ЖК РФ',
  },
  'penalty.uncapped': {
    type: 'choice',
    default: 'refuse',
    choices: { refuse: 'Не начислять, ждать акта', '9.5': 'Не выше 9,5 %', none: 'Ключевая ставка без предела' },
    title: 'Ставка пени, когда предел не продлён',
    description: 'Предел 9,5 % действует по 31.12.2026. Если акта на следующие дни нет, организация решает сама.',
    clause: 'ПП РФ № 329 от 18.03.2025',
  },
  'penalty.rate-day': {
    type: 'choice',
    default: 'payment-day',
    choices: { 'payment-day': 'На день оплаты', 'each-day': 'На каждый день просрочки' },
    title: 'Ставка для пени',
    description: 'Какая ключевая ставка берётся за всё время просрочки.',
    clause: 'ст. 155 ч. 14 ЖК РФ',
  },
  'penalty.payment-day': {
    type: 'choice',
    default: 'included',
    choices: { included: 'Включается', excluded: 'Не включается' },
    title: 'День оплаты в счёте дней пени',
    description: 'Закон говорит «по день фактической оплаты включительно».',
    clause: 'ст. 155 ч. 14 ЖК РФ',
  },
  'penalty.capital-repair.from-day': {
    type: 'number',
    default: 31,
    least: 1,
    most: 31,
    title: 'Капремонт: с какого дня начисляется пеня',
    description: 'Часть фондов печатает правило до перехода на 31-й день; уточните у своего.',
    clause: 'ст. 155 ч. 14.1 ЖК РФ',
  },
  'penalty.capital-repair.due-day': {
    type: 'number',
    default: 0,
    least: 0,
    most: 28,
    title: 'Капремонт: срок оплаты, число следующего месяца',
    description: 'Если закон региона назвал другой день, чем для остальных услуг. 0 – тот же день.',
    clause: 'ст. 171 ЖК РФ',
  },
  'instalments.grace-days': {
    type: 'number',
    default: 10,
    least: 0,
    most: 60,
    title: 'Рассрочка: на сколько дней можно опоздать',
    description:
      'Платёж по графику, пришедший в эти дни, рассрочку не нарушает. Для соглашений, заключённых после выбора.',
    clause: 'Правило организации',
  },
  'instalments.misses': {
    type: 'number',
    default: 1,
    least: 1,
    most: 12,
    title: 'Рассрочка: после скольких пропусков прекращается',
    description: 'О просрочке предупреждают на следующий день; пропущен платёж, не пришедший и в дни отсрочки.',
    clause: 'Правило организации',
  },
  'instalments.days-come-back': {
    type: 'boolean',
    default: false,
    title: 'Рассрочка нарушена: начислить пени и за её дни',
    description: 'Только на то, что осталось неоплаченным. Иначе пени идут со дня, когда рассрочка прекратилась.',
    clause: 'Соглашение сторон, ст. 421 ГК РФ',
  },
  'instalments.right-interest': {
    type: 'choice',
    default: 'none',
    choices: { none: 'Без процентов', most: 'Ключевая ставка и 3 п. п.' },
    title: 'Рассрочка по праву: проценты',
    description: 'Закон называет предел: не выше ключевой ставки, увеличенной на 3 процентных пункта.',
    clause: 'п. 72 ПП РФ № 354',
  },
  'instalments.answer-days': {
    type: 'number',
    default: 30,
    least: 5,
    most: 90,
    title: 'Рассрочка по праву: дней на ответ',
    description: 'Сколько дней жильцу видно предложение рассрочки, когда плата выросла больше чем на 25 %.',
    clause: 'п. 72 ПП РФ № 354',
  },
  'payments.order': {
    type: 'choice',
    default: 'oldest-first',
    choices: {
      'oldest-first': 'Сначала старый долг',
      'current-first': 'Сначала текущий месяц',
      'by-service': 'Пропорционально услугам',
    },
    title: 'Куда идёт оплата без назначения',
    description: 'Если плательщик не назвал месяц.',
    clause: 'ст. 319.1, 522 ГК РФ; п. 118 ПП РФ № 354',
  },
  'payments.service-groups': {
    type: 'service-groups',
    default: [],
    most: 9,
    title: 'Очередь услуг при разноске оплаты',
    description:
      'Группа услуг погашается полностью раньше следующей; внутри группы и среди не названных здесь услуг (они последние) – пропорционально долгам. Услугам, которые плательщик назвал сам, очередь не мешает. Осторожно: неназванную часть оплаты потребителя п. 118 велит делить между всеми коммунальными услугами пропорционально, поэтому ставить одни коммунальные услуги раньше других можно только там, где так решено с получателями и потребителем.',
    clause: 'п. 118 ПП РФ № 354; правило организации',
  },
  'payments.limitation-months': {
    type: 'number',
    default: 36,
    least: 12,
    most: 120,
    title: 'Долги за пределами исковой давности',
    description: 'Долг старше стольких месяцев гасится неназванной оплатой последним.',
    clause: 'ст. 196, 319.1 ГК РФ',
  },
  'payments.advance': {
    type: 'choice',
    default: 'by-last-bill',
    choices: { 'by-last-bill': 'Получателям, по последнему счёту', 'on-account': 'На лицевом счёте целиком' },
    title: 'Где хранится аванс',
    description: 'Куда относится то, что больше всех долгов. Зачитывается при закрытии месяца.',
    clause: 'Правило организации',
  },
  'payments.invoice-days': {
    type: 'number',
    default: 5,
    least: 1,
    most: 60,
    title: 'Сколько дней действует счёт на оплату',
    description: 'Жилец выписывает его в личном кабинете. По просроченному банк предложит выписать новый.',
    clause: 'Правило организации',
  },
  'payments.invoice-most': {
    type: 'number',
    default: 500_000,
    least: 1,
    most: 10_000_000,
    title: 'Наибольшая сумма счёта на оплату, ₽',
    description: 'Защита от лишнего нуля.',
    clause: 'Правило организации',
  },
  'benefits.on-receipt': {
    type: 'choice',
    default: 'compensated',
    choices: { compensated: 'Начисление 100 %, льгота – компенсацией', net: 'Льгота вычитается в квитанции' },
    title: 'Льготы в квитанции',
    description: 'Как принято в регионе.',
    clause: 'ст. 160 ЖК РФ',
  },
  'heating.mode': {
    type: 'choice',
    default: 'season',
    choices: { season: 'В отопительный период', even: 'Равномерно весь год (1/12)' },
    title: 'Плата за отопление',
    description: 'Способ выбирает регион; он действует с начала отопительного периода.',
    clause: 'п. 42(1) ПП РФ № 354',
  },
  'agreement.required': {
    type: 'boolean',
    default: false,
    title: 'Начислять только по действующему договору',
    description:
      'Счета домов и помещений без договора на какие-то дни месяца не начисляются и ждут решения. Смотрят на первое число месяца.',
    clause: 'ст. 162 ЖК РФ',
  },
  'anomaly.similar-percent': {
    type: 'number',
    default: 150,
    least: 100,
    most: 1000,
    title: 'Задержать счёт: выше похожих квартир, %',
    description:
      'Сумма по услуге больше верхней границы (99 %) похожих квартир дома – того же размера и способа начисления – во столько раз. За два месяца сразу – как за один. Кто расходует столько же, сколько месяц назад, не задерживается.',
    clause: 'Правило организации',
  },
  'anomaly.similar-flats': {
    type: 'number',
    default: 10,
    least: 3,
    most: 1000,
    title: 'Задержать счёт: сравнивать, где похожих квартир не меньше',
    description: 'Из немногих кто-нибудь всегда намного выше остальных.',
    clause: 'Правило организации',
  },
  'anomaly.as-before-percent': {
    type: 'number',
    default: 110,
    least: 100,
    most: 300,
    title: 'Задержать счёт: расход прежний, если не больше прошлого месяца, %',
    description: 'Большая семья каждый месяц выше похожих квартир: это не новость, пока её расход не вырос.',
    clause: 'Правило организации',
  },
  'anomaly.house-percent': {
    type: 'number',
    default: 200,
    least: 110,
    most: 1000,
    title: 'Задержать счета дома: услуга выросла у всех, %',
    description:
      'Объём услуги по дому больше наибольшего за двенадцать месяцев во столько раз, и так у большинства: похоже на ошибку в показании дома. Одно замечание на дом и услугу.',
    clause: 'Правило организации',
  },
  'readings.usual-times': {
    type: 'number',
    default: 10,
    least: 2,
    most: 100,
    title: 'Показание под вопросом: больше обычного, раз',
    description: 'Расход во столько раз больше обычного для этого счётчика. Малые объёмы под вопрос не ставят.',
    clause: 'Правило организации',
  },
  'readings.similar-times': {
    type: 'number',
    default: 5,
    least: 2,
    most: 100,
    title: 'Показание под вопросом: больше, чем у соседей, раз',
    description:
      'Расход во столько раз больше, чем у половины квартир дома с таким счётчиком. Сравнивают, где их не меньше десяти.',
    clause: 'Правило организации',
  },
  'readings.capacity-water': {
    type: 'number',
    default: 36,
    least: 1,
    most: 1000,
    title: 'Вода: больше труба квартиры не пропустит, м³ в сутки',
    description: 'Счётчик Ду 15 пропускает 1,5 м³ в час. Показание с большим расходом не примут.',
    clause: 'Правило организации',
  },
  'readings.capacity-electricity': {
    type: 'number',
    default: 360,
    least: 10,
    most: 10000,
    title: 'Электроэнергия: больше ввод квартиры не пропустит, кВт·ч в сутки',
    description: 'Ввод в 15 кВт. Показание с большим расходом не примут.',
    clause: 'Правило организации',
  },
  'readings.capacity-gas': {
    type: 'number',
    default: 240,
    least: 1,
    most: 10000,
    title: 'Газ: больше счётчик квартиры не пропустит, м³ в сутки',
    description: 'Счётчик G6 пропускает 10 м³ в час. Показание с большим расходом не примут.',
    clause: 'Правило организации',
  },
  'readings.capacity-heating': {
    type: 'number',
    default: 2,
    least: 1,
    most: 100,
    title: 'Отопление: больше квартире не нужно, Гкал в сутки',
    description: 'Показание с большим расходом не примут.',
    clause: 'Правило организации',
  },
  'alerts.usual-percent': {
    type: 'number',
    default: 300,
    least: 120,
    most: 10_000,
    title: 'Всплеск: больше обычного, %',
    description:
      'Месяц больше обычного (медианы) для этого прибора во столько раз. О всплеске узнают бухгалтер и жилец, не чаще раза в неделю.',
    clause: 'Правило организации',
  },
  'alerts.similar-percent': {
    type: 'number',
    default: 200,
    least: 100,
    most: 10_000,
    title: 'Всплеск: и больше похожих квартир, %',
    description:
      'Тот же месяц больше, чем у похожих квартир дома: близкая площадь, столько же зарегистрированных. Когда больше у всех, это сезон.',
    clause: 'Правило организации',
  },
  'alerts.least-months': {
    type: 'number',
    default: 3,
    least: 2,
    most: 12,
    title: 'Всплеск: обычное известно от стольких месяцев',
    description: 'У прибора с меньшей историей месяц сравнивают только с похожими квартирами.',
    clause: 'Правило организации',
  },
  'alerts.least-days': {
    type: 'number',
    default: 7,
    least: 1,
    most: 60,
    title: 'Всплеск: дней между показаниями не меньше',
    description: 'По показаниям соседних дней о месяце не судят.',
    clause: 'Правило организации',
  },
  'alerts.least-water': {
    type: 'number',
    default: 6,
    least: 0,
    most: 1000,
    title: 'Всплеск: вода, м³ в месяц не меньше',
    description: 'О меньшем расходе не сообщают, во сколько бы раз он ни вырос.',
    clause: 'Правило организации',
  },
  'alerts.least-electricity': {
    type: 'number',
    default: 200,
    least: 0,
    most: 100_000,
    title: 'Всплеск: электроэнергия, кВт·ч в месяц не меньше',
    description: 'О меньшем расходе не сообщают, во сколько бы раз он ни вырос.',
    clause: 'Правило организации',
  },
  'alerts.least-gas': {
    type: 'number',
    default: 30,
    least: 0,
    most: 10_000,
    title: 'Всплеск: газ, м³ в месяц не меньше',
    description: 'О меньшем расходе не сообщают, во сколько бы раз он ни вырос.',
    clause: 'Правило организации',
  },
  'alerts.least-heating': {
    type: 'number',
    default: 2,
    least: 0,
    most: 100,
    title: 'Всплеск: отопление, Гкал в месяц не меньше',
    description: 'О меньшем расходе не сообщают, во сколько бы раз он ни вырос.',
    clause: 'Правило организации',
  },
  'alerts.similar-flats': {
    type: 'number',
    default: 5,
    least: 2,
    most: 1000,
    title: 'Всплеск: сравнивать, где похожих квартир не меньше',
    description: 'Из немногих кто-нибудь всегда намного выше остальных.',
    clause: 'Правило организации',
  },
  'alerts.similar-area-percent': {
    type: 'number',
    default: 20,
    least: 1,
    most: 100,
    title: 'Похожая квартира: площадь отличается не больше, %',
    description: 'В обе стороны.',
    clause: 'Правило организации',
  },
  'alerts.similar-persons': {
    type: 'number',
    default: 1,
    least: 0,
    most: 10,
    title: 'Похожая квартира: зарегистрированных больше или меньше не больше чем на',
    description: 'Ноль – ровно столько же.',
    clause: 'Правило организации',
  },
  'alerts.nights': {
    type: 'number',
    default: 3,
    least: 1,
    most: 30,
    title: 'Утечка: вода идёт ночью, ночей подряд',
    description: 'По приборам, которые передают показания сами. Ночь считают, если вода не останавливалась ни разу.',
    clause: 'Правило организации',
  },
  'alerts.night-from': {
    type: 'number',
    default: 2,
    least: 0,
    most: 22,
    title: 'Утечка: ночь с, час',
    description: 'По времени дома.',
    clause: 'Правило организации',
  },
  'alerts.night-to': {
    type: 'number',
    default: 5,
    least: 1,
    most: 23,
    title: 'Утечка: ночь до, час',
    description: 'По времени дома.',
    clause: 'Правило организации',
  },
  'alerts.night-litres': {
    type: 'number',
    default: 0,
    least: 0,
    most: 1000,
    title: 'Утечка: больше, л в час',
    description: 'Ноль – любой расход: капающий бачок даёт от двух литров в час.',
    clause: 'Правило организации',
  },
  'gap.far-percent': {
    type: 'number',
    default: 200,
    least: 110,
    most: 1000,
    title: 'Небаланс дома: месяц квартиры далёк от обычного, %',
    description:
      'Расход квартиры во столько раз больше или меньше обычного (медианы) для неё: такая квартира названа среди причин небаланса.',
    clause: 'Правило организации',
  },
  'gap.least-months': {
    type: 'number',
    default: 3,
    least: 1,
    most: 12,
    title: 'Небаланс дома: обычное известно от стольких месяцев',
    description: 'У квартиры с меньшей историей по счётчику обычного расхода нет.',
    clause: 'Правило организации',
  },
  'gap.months-before': {
    type: 'number',
    default: 12,
    least: 3,
    most: 36,
    title: 'Небаланс дома: обычное считается за столько месяцев',
    description: 'По закрытым месяцам, начисленным по счётчику, со всеми их исправлениями.',
    clause: 'Правило организации',
  },
  'anomaly.usual-times': {
    type: 'number',
    default: 10,
    least: 2,
    most: 100,
    title: 'Задержать счёт: больше обычного, раз',
    description:
      'Сумма по услуге во столько раз больше обычной для этого счёта за прошедшие месяцы. Неполные месяцы считаются как полные.',
    clause: 'Правило организации',
  },
  'anomaly.month-percent': {
    type: 'number',
    default: 150,
    least: 110,
    most: 1000,
    title: 'Задержать счёт: больше прошлого месяца, %',
    description:
      'Итог счёта больше прошлого месяца во столько раз, и больше, чем те же услуги выросли у соседей: общий рост – это сезон или тариф, его показывает сравнение месяцев.',
    clause: 'Правило организации',
  },
  'anomaly.least-roubles': {
    type: 'number',
    default: 500,
    least: 0,
    most: 100_000,
    title: 'Задержать счёт: разница не меньше, ₽',
    description: 'Меньшая разница никого не задерживает.',
    clause: 'Правило организации',
  },
  'anomaly.zero-with-residents': {
    type: 'boolean',
    default: true,
    title: 'Задержать счёт: ноль, а люди живут',
    description: 'Ничего не начислено, хотя на счёте есть жильцы.',
    clause: 'Правило организации',
  },
  'anomaly.service-twice': {
    type: 'boolean',
    default: true,
    title: 'Задержать счёт: услуга начислена дважды',
    description: 'Две одинаковые строки одной услуги: тот же объём и та же сумма.',
    clause: 'ПП РФ № 354, п. 155(1)',
  },
  'anomaly.negative-common': {
    type: 'boolean',
    default: true,
    title: 'Задержать счета дома: отрицательный объём общего имущества',
    description:
      'Сумма по квартирам больше общедомового прибора. Одно замечание на дом и услугу. Начисляется ноль, остаток переходит на следующий месяц.',
    clause: 'ПП РФ № 491, п. 29(2)',
  },
  'anomaly.negative-total': {
    type: 'boolean',
    default: true,
    title: 'Задержать счёт: итог меньше нуля',
    description: 'Месяц уменьшает долг: так бывает после перерасчётов, и на это стоит взглянуть.',
    clause: 'Правило организации',
  },
  'imports.keep-days': {
    type: 'number',
    default: 90,
    least: 1,
    most: 3650,
    title: 'Сколько дней хранятся строки загруженных таблиц',
    description:
      'Считая с последнего шага загрузки. Потом стираются файл, его строки и замечания к ним, отменить загрузку уже нельзя. Итоги остаются.',
    clause: 'ст. 5 ч. 7 закона № 152-ФЗ',
  },
} as const satisfies Record<string, Setting>;

export type SettingCode = keyof typeof SETTINGS;

/** @throws DomainError `setting.unknown` naming those there are */
export function settingOf(code: string): Setting {
  const setting = Object.hasOwn(SETTINGS, code) ? SETTINGS[code as SettingCode] : undefined;
  if (!setting) throw new DomainError('setting.unknown', { code, known: Object.keys(SETTINGS).join(', ') });
  return setting;
}

/** @throws DomainError `setting.value` naming what is possible, `setting.unknown` */
export function checkSetting(code: string, value: unknown): SettingValue {
  const setting = settingOf(code);
  if (fits(setting, value)) return value as SettingValue;
  throw new DomainError('setting.value', { title: setting.title, possible: possibleOf(setting) });
}

function fits(setting: Setting, value: unknown): boolean {
  switch (setting.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(setting.choices, value);
    case 'number':
      return Number.isInteger(value) && (value as number) >= setting.least && (value as number) <= setting.most;
    case 'service-groups':
      return Array.isArray(value) && value.length <= setting.most && value.every(isGroup) && eachOnce(value.flat());
  }
}

function isGroup(group: unknown): boolean {
  return (
    Array.isArray(group) && group.length > 0 && group.every((id) => typeof id === 'string' && /^\d{1,18}$/.test(id))
  );
}

function eachOnce(ids: readonly unknown[]): boolean {
  return new Set(ids).size === ids.length;
}

function possibleOf(setting: Setting): string {
  switch (setting.type) {
    case 'boolean':
      return 'true, false';
    case 'choice':
      return Object.keys(setting.choices).join(', ');
    case 'number':
      return `${setting.least}–${setting.most}`;
    case 'service-groups':
      return `[["1", "2"], ["3"]], ≤ ${setting.most}`;
  }
}

/** What an organisation or a house may have a figure of its own for, instead of the law’s or besides it. */
export const COEFFICIENTS = {
  'excess-factor.cold-water': 'Повышающий коэффициент: холодная вода',
  'excess-factor.hot-water': 'Повышающий коэффициент: горячая вода',
  'excess-factor.electricity': 'Повышающий коэффициент: электроэнергия',
  'conversion.hot-water-heat': 'Тепло на подогрев 1 м³ воды, Гкал',
  'heating.period-share': 'Коэффициент периодичности отопления (месяцы/12)',
  'rent.quality': 'Наём: К1, качество и благоустройство',
  'rent.location': 'Наём: К2, месторасположение',
  'rent.compliance': 'Наём: Кс, соответствие платы',
} as const;
export type CoefficientCode = keyof typeof COEFFICIENTS;

/** @throws DomainError `coefficient.unknown` naming those there are, `coefficient.value` */
export function checkCoefficient(code: string, value: string): void {
  if (!Object.hasOwn(COEFFICIENTS, code))
    throw new DomainError('coefficient.unknown', { code, known: Object.keys(COEFFICIENTS).join(', ') });
  const figure = parseDecimal(value);
  const factorBelowOne = code.startsWith('excess-factor.') && figure?.lt('1');
  if (!figure?.gte('0') || factorBelowOne || figure.gt('1000')) throw new DomainError('coefficient.value', { value });
}
