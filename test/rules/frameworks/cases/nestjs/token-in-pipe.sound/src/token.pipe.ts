import { Injectable, type PipeTransform, UnauthorizedException } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';

@Injectable()
export class TokenPipe implements PipeTransform<string | undefined, string> {
  transform(sent: string | undefined): string {
    const kept = process.env.WEIR_TOKEN;
    if (!kept || !sent) throw new UnauthorizedException();
    const left = Buffer.from(kept);
    const right = Buffer.from(sent);
    if (left.length !== right.length || !timingSafeEqual(left, right)) throw new UnauthorizedException();
    return sent;
  }
}
