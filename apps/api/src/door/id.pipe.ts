import { Injectable, NotFoundException, Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isId } from './fields.js';

/** What can't be an id names nothing, so it is not found. */
@Injectable()
class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new NotFoundException();
    return value;
  }
}

/** An id in a path. Its branded type is gone at run time, so the description is told here that it is a text. */
export function IdParam(name = 'id'): ParameterDecorator {
  return (target, method, index) => {
    Param(name, IdPipe)(target, method, index);
    ApiParam({ name, type: String, example: '17' })(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
  };
}
