import { createServer, type Server } from 'node:http';
import { hubPaths } from '#shared/protocol/request.ts';
import type { HubLog } from '../log.ts';
import type { HubMetrics } from './metrics.ts';

/**
 * Answers Prometheus on a port of its own that the start binds to loopback. Behind a proxy on the same PC every caller of the hub's port
 * comes from loopback, so a check of the peer there would keep nobody out.
 */
export function createMetricsServer(metrics: HubMetrics, log: HubLog): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== hubPaths.metrics) {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      (error: unknown) => {
        log({ level: 'warn', event: 'metrics.unreadable', facts: { error: String(error) } });
        response.writeHead(503).end();
      },
    );
  });
}
