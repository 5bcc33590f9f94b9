/* SPDX-License-Identifier: MIT */
// A real nginx for one run: a config of its own, free ports on the loopback, gone afterwards.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basePath, root } from './site.mjs';
import { bail } from './tap.mjs';

const BINARY = ['/usr/sbin/nginx', '/usr/bin/nginx'].find(existsSync);

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// `root` answers for '/', `alias` for a base path; neither rewrites anything.
function block(port, prefix, { tls, folder }) {
  const where = prefix === '/' ? `root ${folder};` : `alias ${folder}/;`;
  return `server {
    listen 127.0.0.1:${port}${tls ? ' ssl http2' : ''}; server_name localhost; charset utf-8; autoindex off;
    location ${prefix} { ${where} index index.html; error_page 404 ${prefix}404.html; }
  }`;
}

// With gzip as hosts have it (nginx's own level is 1), and the bytes of each answer in a file: what a visitor's line carries.
const MEASURED = 'gzip on; gzip_comp_level 6; gzip_types *; gzip_min_length 0; log_format bytes "$bytes_sent $msec $uri";';

/** A key and a certificate for this run alone, which only a browser told to (--ignore-certificate-errors) believes. */
function certify(dir) {
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
    '-subj', '/CN=localhost', '-keyout', `${dir}/key.pem`, '-out', `${dir}/cert.pem`];
  if (spawnSync('openssl', args, { stdio: 'ignore' }).status !== 0) bail('openssl makes no certificate');
  return `ssl_certificate ${dir}/cert.pem; ssl_certificate_key ${dir}/key.pem;`;
}

function config(dir, blocks, measured, certificate) {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${dir}/${name};`).join(' ');
  return `${process.getuid() === 0 ? 'user root root;' : ''}
daemon off; worker_processes 1; pid ${dir}/pid; error_log ${dir}/error.log;
events { worker_connections 256; }
http {
  include /etc/nginx/mime.types; default_type application/octet-stream;
  types { application/manifest+json webmanifest; application/geo+json geojson; }
  charset_types text/css text/plain text/xml text/csv application/json;
  ${measured ? `${MEASURED} access_log ${dir}/sent bytes;` : 'access_log off;'} keepalive_requests 100000; ${temp}
  ${certificate}
  ${blocks.join('\n  ')}
}
`;
}

async function isUp(port) {
  for (let i = 0; i < 100; i += 1) {
    const up = await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => { socket.end(); resolve(true); });
      socket.on('error', () => resolve(false));
    });
    if (up) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Serves the site where base_url says it is: there even 404.html finds its style sheet. */
export async function serveAtHome(options) {
  const { urls: [origin], ...rest } = await serve([basePath], options);
  return { origin, ...rest };
}

/**
 * Serves the site (or another folder) once for each prefix; gives { urls: [address of each], stop,
 * answers: [{ bytes, at: s, path } of each until now] and sent: their bytes, if measured,
 * refuse: from now on nobody answers, a worker neither }. tls: https and HTTP/2, as hosts have them.
 */
export async function serve(prefixes, { measured = false, tls = false, folder = root } = {}) {
  if (!BINARY) bail('nginx is not installed: tests/web/install.sh');
  const dir = mkdtempSync(join(tmpdir(), 'attalak-nginx-'));
  const ports = [];
  while (ports.length < prefixes.length) ports.push(await freePort());
  const file = join(dir, 'nginx.conf');
  const blocks = prefixes.map((prefix, i) => block(ports[i], prefix, { tls, folder }));
  writeFileSync(file, config(dir, blocks, measured, tls ? certify(dir) : ''));
  const child = spawn(BINARY, ['-c', file, '-p', dir, '-e', `${dir}/error.log`],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  const refuse = () => new Promise((resolve) => { child.once('exit', resolve).kill('SIGTERM'); });
  const stop = () => {
    process.off('exit', stop);
    child.kill('SIGTERM');
    rmSync(dir, { recursive: true, force: true });
  };
  const answers = () => readFileSync(join(dir, 'sent'), 'utf8').split('\n').filter(Boolean).map((line) => {
    const [bytes, at, ...path] = line.split(' ');
    return { bytes: Number(bytes), at: Number(at), path: path.join(' ') };
  });
  const sent = () => answers().reduce((sum, { bytes }) => sum + bytes, 0);
  process.on('exit', stop);
  for (const port of ports) if (!await isUp(port)) bail('nginx does not answer');
  return { urls: prefixes.map((prefix, i) => `http${tls ? 's' : ''}://127.0.0.1:${ports[i]}${prefix}`), stop, refuse, answers, sent };
}
