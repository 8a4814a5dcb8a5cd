// Files that come with a flag: what is too large is said before anything is sent, and not chosen.
import { onPart } from './parts.js';

onPart('input[data-largest]', (input) => {
  const said = document.getElementById('files-too-large');
  input.addEventListener('change', () => {
    const files = [...input.files];
    const large = files.find(({ size }) => size > Number(input.dataset.largest));
    const together = files.reduce((sum, { size }) => sum + size, 0) > Number(input.dataset.together);
    said.textContent = large
      ? `${large.name} is larger than ${megabytes(input.dataset.largest)} MB. No file is chosen now.`
      : `Together they are larger than ${megabytes(input.dataset.together)} MB. No file is chosen now: attach some of them to the case afterwards.`;
    said.hidden = !large && !together;
    if (large || together) input.value = '';
  });
});

function megabytes(bytes) {
  return Math.floor(Number(bytes) / 1048576);
}
