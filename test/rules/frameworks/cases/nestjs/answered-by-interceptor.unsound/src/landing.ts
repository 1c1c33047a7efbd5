import { IsString } from 'class-validator';

export class Landing {
  @IsString()
  dock!: string;
}
