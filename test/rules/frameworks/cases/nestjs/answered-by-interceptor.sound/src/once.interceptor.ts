import { type CallHandler, ConflictException, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Redis } from 'ioredis';
import { of, tap } from 'rxjs';

const redis = new Redis(process.env.REDIS_URL!);
const week = 7 * 24 * 3600;

@Injectable()
export class OnceInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest();
    const key = request.headers['x-quay-delivery'];
    if (!key) throw new ConflictException();
    const isFirst = await redis.set(`quay:${key}`, 'begun', 'EX', week, 'NX');
    if (!isFirst) return of({ seen: true });
    return next.handle().pipe(tap({ error: () => redis.del(`quay:${key}`) }));
  }
}
