// Prints where Chromium is: unpacked from the npm package when it is not there yet.
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());
