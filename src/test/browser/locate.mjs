// Prints where Chromium is, and the folder of the libraries it brings: unpacked from the npm package when they are not there yet.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The package unpacks the libraries that a bare Linux lacks (NSS and its kin) only where it finds itself in this environment.
process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');

console.log(await chromium.executablePath());
const libraries = join(tmpdir(), 'al2023', 'lib');
console.log(existsSync(libraries) ? libraries : '');
