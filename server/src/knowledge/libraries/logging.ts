import type { LibraryRow } from '../rows.js';

export const jsLogging: LibraryRow = {
  id: 'js-logging',
  docs: 'https://developer.mozilla.org/docs/Web/API/console',
  packages: ['pino', 'winston', 'bunyan', 'consola', 'loglevel', '@nestjs/common', '@sentry/node', '@sentry/nextjs'],
  calls: [
    { call: 'console.log', also: ['console.error', 'console.warn', 'console.info', 'console.debug', 'console.trace', 'console.dir', 'console.table', 'console.group', 'console.groupEnd', 'console.time', 'console.timeEnd'], effect: 'log', result: { from: [] } },
    { call: 'pino().info', also: ['pino().error', 'pino().warn', 'pino().debug', 'pino().trace', 'pino().fatal'], effect: 'log', result: { from: [] } },
    { call: 'winston.createLogger().info', also: ['winston.createLogger().error', 'winston.createLogger().warn', 'winston.createLogger().debug', 'winston.createLogger().log', 'winston.info', 'winston.error', 'winston.warn'], effect: 'log', result: { from: [] } },
    { call: 'bunyan.createLogger().info', also: ['bunyan.createLogger().error', 'bunyan.createLogger().warn', 'bunyan.createLogger().debug'], effect: 'log', result: { from: [] } },
    { call: '@nestjs/common.Logger().log', also: ['@nestjs/common.Logger().error', '@nestjs/common.Logger().warn', '@nestjs/common.Logger().debug', '@nestjs/common.Logger().verbose', '@nestjs/common.Logger.log', '@nestjs/common.Logger.error', '@nestjs/common.Logger.warn'], effect: 'log', result: { from: [] } },
    { call: 'consola.info', also: ['consola.log', 'consola.error', 'consola.warn', 'consola.debug', 'consola.success', 'consola.consola.info', 'consola.consola.error'], effect: 'log', result: { from: [] } },
    { call: '@sentry/node.captureException', also: ['@sentry/node.captureMessage', '@sentry/nextjs.captureException', '@sentry/nextjs.captureMessage', '@sentry/node.addBreadcrumb'], effect: 'log', result: { from: [] } },
  ],
};

export const pythonLogging: LibraryRow = {
  id: 'python-logging',
  docs: 'https://docs.python.org/3/library/logging.html',
  packages: ['loguru', 'structlog', 'sentry-sdk'],
  calls: [
    { call: 'print', effect: 'log', result: { from: [] } },
    { call: 'logging.info', also: ['logging.debug', 'logging.warning', 'logging.warn', 'logging.error', 'logging.exception', 'logging.critical', 'logging.log'], effect: 'log', result: { from: [] } },
    {
      call: 'logging.getLogger().info',
      also: ['logging.getLogger().debug', 'logging.getLogger().warning', 'logging.getLogger().warn', 'logging.getLogger().error', 'logging.getLogger().exception', 'logging.getLogger().critical', 'logging.getLogger().log'],
      effect: 'log',
      result: { from: [] },
    },
    {
      call: 'flask.current_app.logger.info',
      also: [
        'flask.current_app.logger.debug', 'flask.current_app.logger.warning', 'flask.current_app.logger.error', 'flask.current_app.logger.exception', 'flask.current_app.logger.critical',
        'flask.Flask().logger.info', 'flask.Flask().logger.debug', 'flask.Flask().logger.warning', 'flask.Flask().logger.error', 'flask.Flask().logger.exception', 'flask.Flask().logger.critical',
      ],
      effect: 'log',
      result: { from: [] },
    },
    { call: 'loguru.logger.info', also: ['loguru.logger.debug', 'loguru.logger.warning', 'loguru.logger.error', 'loguru.logger.exception', 'loguru.logger.success', 'loguru.logger.critical'], effect: 'log', result: { from: [] } },
    { call: 'structlog.get_logger().info', also: ['structlog.get_logger().debug', 'structlog.get_logger().warning', 'structlog.get_logger().error', 'structlog.get_logger().exception'], effect: 'log', result: { from: [] } },
    { call: 'sentry_sdk.capture_exception', also: ['sentry_sdk.capture_message', 'traceback.print_exc', 'pprint.pprint'], effect: 'log', result: { from: [] } },
  ],
};
