// One-key shortcuts. They never act while somebody types, or with a modifier held.
const typing = (target) => target.closest('input, select, textarea, [contenteditable], dialog');
const follow = (name) => document.querySelector(`[data-key="${name}"]`);

function step(by) {
  const links = [...document.querySelectorAll('[data-list] a')];
  if (links.length === 0) return;
  const at = links.indexOf(document.activeElement);
  const current = links.findIndex((link) => link.hasAttribute('aria-current'));
  const from = at >= 0 ? at : current;
  links[Math.min(links.length - 1, Math.max(0, from + by))].focus();
}

const keys = {
  '/': () => document.getElementById('search')?.focus(),
  '?': () => document.getElementById('keys')?.showModal(),
  j: () => step(1),
  k: () => step(-1),
  d: () => follow('desk')?.click(),
  c: () => follow('cases')?.click(),
  n: () => follow('flag')?.click(),
  1: () => follow('1')?.click(),
  2: () => follow('2')?.click(),
  3: () => follow('3')?.click(),
  f: () => follow('find')?.focus(),
  t: () => follow('claim')?.click(),
  r: () => follow('release')?.click(),
  h: () => handOver(),
  x: () => follow('next')?.click(),
  e: () => document.querySelector('.form-island [data-place]')?.querySelector('input, select, textarea')?.focus(),
};

function handOver() {
  follow('hand-over')?.click();
  document.getElementById('receiver')?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.closest('.form-island')) {
    event.preventDefault();
    // Leaving the field first: a form hears the last letters of a field when it is left.
    document.querySelector('[data-send]')?.focus();
    document.querySelector('[data-send]')?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

document.querySelector('[data-show-keys]')?.addEventListener('click', (event) => {
  event.preventDefault();
  document.getElementById('keys').showModal();
});
