import type { LibraryRow } from '../rows.js';

/** Stores whose objects carry names that the conventions would read otherwise. */
export const stores: LibraryRow = {
  id: 'stores',
  docs: 'https://docs.sqlalchemy.org/',
  packages: ['redis', 'ioredis', '@upstash/redis', '@vercel/kv', 'pg', 'mysql2', 'flask-sqlalchemy', 'SQLAlchemy', 'boto3', 'pymongo', 'mongodb', 'mongoose', '@prisma/client', '@supabase/supabase-js', 'bullmq', 'celery', 'rq'],
  calls: [
    { call: 'redis.createClient().set', also: ['ioredis().set', 'ioredis.Redis().set', '@upstash/redis.Redis().set', '@upstash/redis.Redis.fromEnv().set', '@vercel/kv.kv.set', 'redis.Redis().set', 'redis.StrictRedis().set', 'redis.from_url().set', 'redis.Redis.from_url().set'], effect: 'write', result: { from: [] } },
    { call: 'redis.createClient().get', also: ['ioredis().get', 'ioredis.Redis().get', '@upstash/redis.Redis().get', '@vercel/kv.kv.get', 'redis.Redis().get', 'redis.from_url().get', 'redis.Redis().exists', 'ioredis().exists'], effect: 'read', result: { from: [] } },
    { call: 'redis.createClient().del', also: ['ioredis().del', 'redis.Redis().delete', '@upstash/redis.Redis().del', '@vercel/kv.kv.del'], effect: 'write', result: { from: [] } },
    { call: 'pg.Pool().query', also: ['pg.Client().query', 'mysql2.createConnection().query', 'mysql2.createPool().query', 'mysql2/promise.createPool().query', 'mysql2/promise.createConnection().query', 'mysql.createConnection().query', 'postgres()', '@neondatabase/serverless.neon()', '@vercel/postgres.sql'], effect: 'write', statement: 0, result: { from: [] } },
    { call: 'better-sqlite3().prepare().run', effect: 'write', result: { from: [] } },
    { call: 'better-sqlite3().exec', also: ['sqlite3.Database().run', 'sqlite3.Database().exec'], effect: 'write', statement: 0, result: { from: [] } },
    { call: 'better-sqlite3().prepare().get', also: ['better-sqlite3().prepare().all', 'sqlite3.Database().get', 'sqlite3.Database().all'], effect: 'read', result: { from: [] } },
    { call: 'flask_sqlalchemy.SQLAlchemy().session.add', also: ['flask_sqlalchemy.SQLAlchemy().session.add_all', 'flask_sqlalchemy.SQLAlchemy().session.merge', 'flask_sqlalchemy.SQLAlchemy().session.delete', 'flask_sqlalchemy.SQLAlchemy().session.commit', 'flask_sqlalchemy.SQLAlchemy().session.flush', 'sqlalchemy.orm.Session().add', 'sqlalchemy.orm.Session().commit', 'sqlalchemy.orm.sessionmaker()().add', 'sqlalchemy.orm.sessionmaker()().commit'], effect: 'write', result: { from: [] } },
    { call: 'flask_sqlalchemy.SQLAlchemy().session.get', also: ['flask_sqlalchemy.SQLAlchemy().session.query', 'flask_sqlalchemy.SQLAlchemy().session.scalar', 'flask_sqlalchemy.SQLAlchemy().session.scalars', 'flask_sqlalchemy.SQLAlchemy().get_or_404', 'sqlalchemy.orm.Session().query', 'sqlalchemy.orm.Session().get'], effect: 'read', result: { from: [] } },
    { call: 'flask_sqlalchemy.SQLAlchemy().session.rollback', also: ['flask_sqlalchemy.SQLAlchemy().session.close', 'flask_sqlalchemy.SQLAlchemy().create_all', 'sqlalchemy.text', 'sqlalchemy.select', 'sqlalchemy.orm.Session().rollback'], result: { from: ['arguments'] } },
    { call: 'sqlalchemy.create_engine().execute', also: ['sqlalchemy.create_engine().connect().execute', 'sqlalchemy.create_engine().begin().execute', 'sqlite3.connect().execute', 'sqlite3.connect().cursor().execute', 'psycopg2.connect().cursor().execute', 'psycopg.connect().execute', 'psycopg.connect().cursor().execute', 'pymysql.connect().cursor().execute'], effect: 'write', statement: 0, result: { from: [] } },
    { call: 'boto3.resource().Table().put_item', also: ['boto3.resource().Table().update_item', 'boto3.resource().Table().delete_item', 'boto3.client().put_item', 'boto3.client().update_item', 'boto3.client().delete_item', 'boto3.client().put_object'], effect: 'write', result: { from: [] } },
    { call: 'boto3.resource().Table().get_item', also: ['boto3.resource().Table().query', 'boto3.resource().Table().scan', 'boto3.client().get_item', 'boto3.client().get_object'], effect: 'read', result: { from: [] } },
    { call: 'boto3.client().send_message', also: ['boto3.client().publish', 'boto3.client().put_events', 'boto3.client().invoke', 'boto3.client().start_execution', 'boto3.resource().Queue().send_message'], effect: 'enqueue', result: { from: [] } },
    { call: 'boto3.client().send_email', also: ['boto3.client().send_raw_email'], effect: 'send', result: { from: [] } },
    { call: '@aws-sdk/client-dynamodb.DynamoDBClient().send', also: ['@aws-sdk/lib-dynamodb.DynamoDBDocumentClient.from().send', '@aws-sdk/client-s3.S3Client().send'], effect: 'write', result: { from: [] } },
    { call: 'bullmq.Queue().add', also: ['bull().add', 'bee-queue().createJob().save', 'bullmq.Queue().addBulk', 'agenda().now', 'pg-boss().send', 'pg-boss.PgBoss().send', '@upstash/qstash.Client().publishJSON', '@upstash/qstash.Client().publish', 'inngest.Inngest().send', '@trigger.dev/sdk/v3.tasks.trigger', '@trigger.dev/sdk.tasks.trigger'], effect: 'enqueue', result: { from: [] } },
    { call: 'rq.Queue().enqueue', also: ['rq.Queue().enqueue_call', 'celery.Celery().send_task', 'huey.RedisHuey().enqueue', 'dramatiq.actor()().send', 'pika.BlockingConnection().channel().basic_publish', 'kafka.KafkaProducer().send', 'google.cloud.pubsub_v1.PublisherClient().publish', 'google.cloud.tasks_v2.CloudTasksClient().create_task', 'queue.Queue().put', 'threading.Thread', 'concurrent.futures.ThreadPoolExecutor().submit'], effect: 'enqueue', result: { from: [] } },
    { call: 'fs.writeFile', also: ['fs.writeFileSync', 'fs.appendFile', 'fs.appendFileSync', 'fs.promises.writeFile', 'fs.promises.appendFile', 'fs/promises.writeFile', 'fs/promises.appendFile', 'fs.unlink', 'fs/promises.unlink'], effect: 'write', result: { from: [] } },
    { call: 'fs.readFileSync', also: ['fs.readFile', 'fs/promises.readFile', 'fs.promises.readFile', 'fs.existsSync'], effect: 'read', result: { from: [] } },
  ],
};
