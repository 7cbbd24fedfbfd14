// Keeps the list of tickets up to date; the page works without it.
'use strict';
const every = 10000;
async function refresh() {
  const list = document.getElementById('tickets');
  if (document.hidden || !list || list.contains(document.activeElement)) {
    return;
  }
  try {
    const answer = await fetch('/desk?view=' + encodeURIComponent(list.dataset.view), { headers: { accept: 'text/html' } });
    if (answer.status === 401) {
      location.reload();
      return;
    }
    const fresh = answer.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('tickets');
    if (fresh && fresh.innerHTML !== list.innerHTML) {
      list.replaceChildren(...fresh.childNodes);
    }
  } catch {
    // The server is away; the next round tries again.
  }
}
setInterval(refresh, every);
document.addEventListener('visibilitychange', refresh);
