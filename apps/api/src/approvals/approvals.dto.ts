import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  APPROVAL_ACTIONS,
  APPROVAL_STATES,
  type ApprovalAction,
  type ApprovalState,
  WAIVABLE_ACTIONS,
} from '@dvor/platform';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { ListOf, PageOf, PageQuery } from '../door/page.dto.js';
import { ID, INSTANT, orNull, TEXT } from '../door/shapes.js';

export class ApprovalsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: APPROVAL_STATES, enumName: 'ApprovalState' })
  @IsOptional()
  @IsIn(APPROVAL_STATES)
  state?: ApprovalState;
}

export class DecisionDto {
  @ApiPropertyOptional({ ...orNull(TEXT), example: 'Сверено с прошлым месяцем' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class RefusalDto {
  @ApiProperty({ example: 'По дому 12 нет показаний общего счётчика', description: 'Why not; whoever asked reads it' })
  @IsString()
  @Length(3, 500)
  note: string;
}

export class ChangeRuleDto {
  @ApiProperty({ enum: WAIVABLE_ACTIONS, enumName: 'WaivableAction' })
  @IsIn(WAIVABLE_ACTIONS)
  action: ApprovalAction;

  @ApiProperty({ description: 'A second person is needed' })
  @IsBoolean()
  required: boolean;

  @ApiProperty({ example: 'Бухгалтер один', description: 'Kept, and shown wherever the action is done alone' })
  @IsString()
  @Length(3, 500)
  reason: string;
}

class ApprovalPersonDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty(TEXT)
  name: string;
}

class ApprovalObjectDto {
  @ApiProperty({ example: 'run' })
  type: string;

  @ApiProperty(ID)
  id: string;

  @ApiProperty({ example: '2026-10' })
  label: string;
}

class ApprovalFigureDto {
  @ApiProperty({ example: 'Начислено' })
  label: string;

  @ApiProperty({ example: '1 234 567,80 ₽' })
  value: string;
}

export class ApprovalDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({ enum: APPROVAL_ACTIONS, enumName: 'ApprovalAction' })
  action: ApprovalAction;

  @ApiProperty({ example: 'Закрыть октябрь 2026', description: 'What is to be done, in words' })
  title: string;

  @ApiProperty({ type: ApprovalObjectDto })
  object: ApprovalObjectDto;

  @ApiProperty({ type: [ApprovalFigureDto], description: 'What to look at before deciding' })
  figures: ApprovalFigureDto[];

  @ApiProperty({ enum: APPROVAL_STATES, enumName: 'ApprovalState' })
  state: ApprovalState;

  @ApiProperty(TEXT)
  reason: string;

  @ApiProperty({ type: ApprovalPersonDto, nullable: true })
  askedBy: ApprovalPersonDto | null;

  @ApiProperty(INSTANT)
  askedAt: Date;

  @ApiProperty({ type: ApprovalPersonDto, nullable: true })
  decidedBy: ApprovalPersonDto | null;

  @ApiProperty(orNull(INSTANT))
  decidedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  note: string | null;

  @ApiProperty({ description: 'Done without a second person, as the organisation has chosen' })
  alone: boolean;

  @ApiProperty({ ...orNull(INSTANT), description: 'When what was allowed was done: a word serves once' })
  usedAt: Date | null;

  @ApiProperty({ description: 'I asked for it myself: another decides' })
  own: boolean;

  @ApiProperty({ description: 'It is my own work that is asked about: another decides' })
  author: boolean;
}

class ApprovalRuleDto {
  @ApiProperty({ enum: APPROVAL_ACTIONS, enumName: 'ApprovalAction' })
  action: ApprovalAction;

  @ApiProperty({ example: 'Закрытие месяца' })
  title: string;

  @ApiProperty({ description: 'A second person is needed' })
  required: boolean;

  @ApiProperty({ ...orNull(TEXT), description: 'Who chose to do without' })
  waivedBy: string | null;

  @ApiProperty(orNull(INSTANT))
  waivedAt: Date | null;

  @ApiProperty(orNull(TEXT))
  reason: string | null;
}

export class ChangedRuleDto {
  @ApiProperty({ type: ApprovalRuleDto })
  rule: ApprovalRuleDto;

  @ApiProperty({
    type: ApprovalDto,
    nullable: true,
    description: 'Somebody else could decide, so they are asked first: the rule changes after their word',
  })
  asked: ApprovalDto | null;
}

export class ApprovalPageDto extends PageOf(ApprovalDto) {}
export class ApprovalRuleListDto extends ListOf(ApprovalRuleDto) {}
