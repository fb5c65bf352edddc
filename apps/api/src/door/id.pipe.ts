import { Injectable, NotFoundException, Param, type PipeTransform } from '@nestjs/common';
import { isId } from './fields.js';

/** An id in a path. What can't be an id names nothing, so it is not found. */
@Injectable()
class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new NotFoundException();
    return value;
  }
}

export const IdParam = (name = 'id') => Param(name, IdPipe);
