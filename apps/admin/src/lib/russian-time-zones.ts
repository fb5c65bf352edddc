import type { Language } from '@dvor/ui';

export interface TimeZoneOption {
  readonly value: string;
  readonly label: string;
}

/** The tz database names zones by cities; its own spelling serves in English. */
export function timeZoneOptions(language: Language): readonly TimeZoneOption[] {
  return RUSSIAN_TIME_ZONES.map(([value, city, hours]) => ({
    value,
    label: `${language === 'ru' ? city : value.split('/')[1]} (UTC+${hours})`,
  }));
}

/** From Kaliningrad to Kamchatka. */
export const RUSSIAN_TIME_ZONES: readonly (readonly [zone: string, city: string, utcHours: number])[] = [
  ['Europe/Kaliningrad', 'Калининград', 2],
  ['Europe/Moscow', 'Москва', 3],
  ['Europe/Saratov', 'Саратов', 4],
  ['Europe/Samara', 'Самара', 4],
  ['Europe/Ulyanovsk', 'Ульяновск', 4],
  ['Europe/Astrakhan', 'Астрахань', 4],
  ['Europe/Volgograd', 'Волгоград', 3],
  ['Asia/Yekaterinburg', 'Екатеринбург', 5],
  ['Asia/Omsk', 'Омск', 6],
  ['Asia/Novosibirsk', 'Новосибирск', 7],
  ['Asia/Barnaul', 'Барнаул', 7],
  ['Asia/Tomsk', 'Томск', 7],
  ['Asia/Novokuznetsk', 'Кемерово', 7],
  ['Asia/Krasnoyarsk', 'Красноярск', 7],
  ['Asia/Irkutsk', 'Иркутск', 8],
  ['Asia/Chita', 'Чита', 9],
  ['Asia/Yakutsk', 'Якутск', 9],
  ['Asia/Vladivostok', 'Владивосток', 10],
  ['Asia/Sakhalin', 'Южно-Сахалинск', 11],
  ['Asia/Magadan', 'Магадан', 11],
  ['Asia/Kamchatka', 'Петропавловск-Камчатский', 12],
];
