import { ApiProperty } from '@nestjs/swagger';
import { INSTANT, orNull, TEXT } from './shapes.js';

/** When a dated fact was recorded, by whom and why, and when a correction took its place. */
export class RecordedDto {
  @ApiProperty(INSTANT)
  recordedAt: Date;

  @ApiProperty(orNull(TEXT))
  recordedBy: string | null;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty({ ...orNull(INSTANT), description: 'When a correction took its place; `null`: in force' })
  supersededAt: Date | null;
}
