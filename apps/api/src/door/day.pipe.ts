import { Injectable, NotFoundException, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type LocalDate, tryParseDate } from '@dvor/kernel';

/** What can't be a day names nothing, so it is not found. */
@Injectable()
class DayPipe implements PipeTransform<string, LocalDate> {
  transform(value: string): LocalDate {
    const day = tryParseDate(value);
    if (day === null) throw new NotFoundException();
    return day;
  }
}

/** A day in a path: `2026-10-31`. Its branded type is gone at run time, so the description is told here that it is a text. */
export function DayParam(name = 'day'): ParameterDecorator {
  return (target, method, index) => {
    Param(name, DayPipe)(target, method, index);
    const description = { name, type: String, format: 'date', example: '2026-10-31' };
    ApiParam(description)(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
  };
}
