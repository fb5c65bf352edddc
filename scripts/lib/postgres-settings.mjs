// @ts-check
import { totalmem } from 'node:os';

const MB = 1024 * 1024;

/**
 * Settings of a server that shares its machine with the rest of Dvor and whose heavy hour is a bulk load.
 *
 * @param {{ port: number, memory?: number }} where
 * @returns {Record<string, string>}
 */
export function lastingSettings({ port, memory = totalmem() }) {
  return {
    ...reachedOver(port),
    // An eighth, not the usual quarter: api, worker and Chromium live here too.
    shared_buffers: megabytes(memory / 8, { least: 128, most: 2048 }),
    effective_cache_size: megabytes(memory / 2, { least: 256, most: 64 * 1024 }),
    work_mem: megabytes(memory / 512, { least: 8, most: 64 }),
    maintenance_work_mem: megabytes(memory / 64, { least: 64, most: 512 }),
    // A month-end writes gigabytes at once; fewer checkpoints in between write each page fewer times.
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    wal_buffers: '16MB',
    synchronous_commit: 'on',
    // Disks of today are solid: reading here and there costs little more than reading in a row.
    random_page_cost: '1.1',
    effective_io_concurrency: '64',
    // Compiling a query takes longer than most of ours run.
    jit: 'off',
  };
}

/**
 * Settings of a server that lives as long as a test run: nothing has to survive a crash.
 *
 * @param {{ port: number }} where
 * @returns {Record<string, string>}
 */
export function passingSettings({ port }) {
  return {
    ...reachedOver(port),
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '1h',
    autovacuum_naptime: '10min',
    max_connections: '200',
    jit: 'off',
  };
}

/** @param {number} port */
function reachedOver(port) {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file to lose or to leave in /tmp.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
  };
}

/** @param {number} bytes @param {{ least: number, most: number }} limits */
function megabytes(bytes, { least, most }) {
  return `${Math.round(Math.min(Math.max(bytes / MB, least), most))}MB`;
}
