import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Organizations } from '@dvor/auth';
import { Public } from '../door/access.js';
import { SetupDoneDto, SetupDto, SetupStateDto } from './organization.dto.js';

@ApiTags('Organisation')
@Controller('setup')
export class SetupController {
  constructor(private readonly organizations: Organizations) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Is this install still without an organisation?' })
  @ApiOkResponse({ type: SetupStateDto })
  async readSetup(): Promise<SetupStateDto> {
    return { empty: await this.organizations.none() };
  }

  @Post()
  @Public()
  @ApiOperation({
    summary: 'Create the first organisation and its administrator',
    description: 'Only once: refused (409) as soon as there is an organisation.',
  })
  @ApiCreatedResponse({ type: SetupDoneDto })
  async setUp(@Body() first: SetupDto): Promise<SetupDoneDto> {
    const { organizationId } = await this.organizations.setUpFirst(first);
    return { organizationId };
  }
}
