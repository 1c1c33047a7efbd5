import { Injectable, type PipeTransform, UnauthorizedException } from '@nestjs/common';

@Injectable()
export class TokenPipe implements PipeTransform<string | undefined, string> {
  transform(sent: string | undefined): string {
    const kept = process.env.WEIR_TOKEN;
    if (!kept || sent !== kept) throw new UnauthorizedException(); // want weak-signature-comparison "constant time"
    return sent;
  }
}
