// Live pages, keys and citing at the desk; everything works without it as well.
'use strict';
const find = (selector) => document.querySelector(selector);
const list = () => find('#tickets');
const ticket = () => find('#ticket');

// --- Live: the server says which ticket changed, and the page fetches itself anew.
let stream = null;
let looking = null;
let looked = 0;
function follow() {
  if (document.hidden || stream || !(list() || ticket())) {
    return;
  }
  let again = false;
  stream = new EventSource('/desk/events');
  stream.addEventListener('listening', () => {
    document.body.dataset.live = 'on';
    if (again) {
      changed(null, Infinity); // Something may have been missed meanwhile.
    }
    again = true;
  });
  stream.addEventListener('ticket', (event) => {
    const [number, version] = event.data.split(' ');
    changed(number, Number(version));
  });
}
function changed(number, version) {
  // Many changes at once are one look, not all desks look at the same moment, and nobody reads a list anew every second.
  looking ??= list() && setTimeout(() => {
    looking = null;
    looked = Date.now();
    htmx.trigger(document.body, 'desk-changed');
  }, Math.max(0, looked + 2000 - Date.now()) + 200 + Math.random() * 400);
  const page = ticket();
  if (page && (number === null || (number === page.dataset.number && version > Number(page.dataset.version)))) {
    // What is being written stays; everything else is fetched anew.
    page.setAttribute('hx-select-oob', '#ticket-head,#ticket-facts,#ticket-record' + (isWriting() ? '' : ',#ticket-actions'));
    htmx.trigger(page, 'ticket-changed');
  }
}
const isWriting = () => [...document.querySelectorAll('#ticket-actions textarea, #ticket-actions input:not([type=hidden])')]
  .some((field) => field === document.activeElement || (field.type === 'checkbox' ? field.checked : field.value !== field.defaultValue));
document.addEventListener('htmx:afterRequest', () => {
  const head = find('#ticket-head');
  const page = ticket();
  if (head && page && head.dataset.version !== page.dataset.version) {
    page.dataset.version = head.dataset.version;
    const stale = [...document.querySelectorAll('#ticket-actions input[name=version]')].some((field) => field.value !== head.dataset.version);
    find('#ticket-changed').hidden = !stale;
  }
});
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) {
    location.reload();
  }
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    stream?.close();
    stream = null;
  } else {
    follow();
    changed(null, Infinity);
  }
});
find('#seen-change')?.addEventListener('click', () => {
  document.querySelectorAll('#ticket-actions input[name=version]').forEach((field) => { field.value = ticket().dataset.version; });
  find('#ticket-changed').hidden = true;
  find('[data-key=r]')?.focus();
});

// --- Citing: a chosen quote moves to the reply, where a further search does not take it away.
document.addEventListener('change', (event) => {
  const box = event.target;
  if (box.name !== 'source') {
    return;
  }
  if (box.checked && box.closest('#passages')) {
    const item = document.createElement('li');
    const label = box.closest('label');
    const from = label.closest('li').querySelector('a').textContent;
    const name = document.createElement('small');
    name.className = 'soft';
    name.textContent = ' ' + from;
    label.querySelector('span').append(name);
    item.append(label);
    box.removeAttribute('form');
    find('#cited ol').append(item);
  } else if (!box.checked && box.closest('#cited')) {
    box.closest('li').remove();
  }
});

// --- Files: what is too much is said before it is sent.
document.addEventListener('change', ({ target }) => {
  if (target.type === 'file') {
    const large = [...target.files].find((file) => file.size > Number(target.dataset.largest));
    target.setCustomValidity(large ? `「${large.name}」は大きすぎます。1個${target.dataset.largest / 1048576} MBまでにしてください。`
      : target.files.length > Number(target.dataset.most) ? `ファイルは、1回に${target.dataset.most}個までにしてください。` : '');
    target.reportValidity();
  }
});

// --- A reply to somebody else: goes behind what is written already, without fetching the page anew.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a.insert');
  const field = find('#text');
  if (link && field && !field.readOnly) {
    event.preventDefault();
    const reply = link.closest('li').querySelector('.typed').textContent;
    field.value += (field.value.trim() ? '\n\n' : '') + reply;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  }
});

// --- Drafts: what is being written outlives following a link; it stays in this tab alone.
const draftKey = (field) => 'draft ' + ticket().dataset.number + ' ' + field.name;
if (ticket()) {
  for (const field of document.querySelectorAll('textarea')) {
    if (!field.readOnly && field.value === '' && sessionStorage.getItem(draftKey(field))) {
      field.value = sessionStorage.getItem(draftKey(field));
    }
  }
  document.addEventListener('input', (event) => {
    if (event.target.matches('textarea')) {
      sessionStorage.setItem(draftKey(event.target), event.target.value);
    }
  });
  document.addEventListener('submit', (event) => {
    event.target.querySelectorAll('textarea').forEach((field) => sessionStorage.removeItem(draftKey(field)));
  });
}
find('form.leave')?.addEventListener('submit', () => sessionStorage.clear());

// --- Half a minute for taking the closing back.
const undo = find('.undo[data-seconds]');
if (undo) {
  setTimeout(() => undo.remove(), Number(undo.dataset.seconds) * 1000);
}

// --- Keys: only where nothing is being typed.
function step(by) {
  const links = [...document.querySelectorAll('a.ticket')];
  const next = links.indexOf(document.activeElement) + by;
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}
const keys = {
  j: () => step(1),
  k: () => step(-1),
  t: () => find('[data-key=t]')?.click(),
  r: () => find('[data-key=r]')?.focus(),
  n: () => find('[data-key=n]')?.focus(),
  '/': () => find('[data-key="/"]')?.focus(),
  '?': () => find('#keys')?.showModal(),
};
document.addEventListener('keydown', (event) => {
  const typing = event.target.matches('input, textarea, select') || event.isComposing;
  if (event.key === 'Escape' && typing) {
    event.target.blur();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && !find('#keys')?.open && Object.hasOwn(keys, event.key)) {
    event.preventDefault();
    keys[event.key]();
  }
});
find('#show-keys')?.addEventListener('click', () => find('#keys').showModal());
follow();
