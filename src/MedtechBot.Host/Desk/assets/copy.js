// Copies what stands in a field; the button appears only where that works.
'use strict';
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      document.getElementById('copied').hidden = false;
    } catch {
      field.select();
    }
  });
}
