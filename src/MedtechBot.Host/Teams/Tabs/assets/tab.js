// The tabs of Teams: signs in with what Teams knows, adds the desk's tab, and opens other pages outside of the tab.
(() => {
  "use strict";
  const root = "/teams/tab/";
  const teams = window.microsoftTeams;
  const step = document.body.dataset.step;

  for (const link of document.querySelectorAll("a[href]")) {
    if (!new URL(link.href).pathname.startsWith(root)) {
      link.target = "_blank";
      link.rel = "noopener";
    }
  }

  function show(id) {
    for (const name of ["wait", "outside", "failed"]) {
      document.getElementById(name).hidden = name !== id;
    }
  }

  function address(signedIn) {
    const here = new URL(location.href);
    here.searchParams.delete("signed");
    if (signedIn) {
      here.searchParams.set("signed", "1");
    }
    return here.href;
  }

  async function signIn() {
    const token = await teams.authentication.getAuthToken();
    const answer = await fetch(root + "session", {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token }),
    });
    if (!answer.ok) {
      throw new Error("refused");
    }
    location.replace(address(true));
  }

  async function begin() {
    if (!step) {
      history.replaceState(null, "", address(false));
    }
    const again = document.getElementById("again");
    if (again) {
      again.addEventListener("click", () => location.replace(address(false)));
    }
    try {
      await teams.app.initialize();
      teams.app.notifySuccess();
    } catch {
      if (step === "sign-in") {
        show("outside");
      }
      return;
    }
    if (step === "sign-in") {
      try {
        // Signed in a moment ago, and here again: the browser keeps no cookie for us.
        if (new URL(location.href).searchParams.has("signed")) {
          throw new Error("no cookie");
        }
        await signIn();
      } catch {
        show("failed");
      }
    }
    if (step === "configure") {
      teams.pages.config.registerOnSaveHandler(async (save) => {
        await teams.pages.config.setConfig({
          entityId: "desk",
          suggestedDisplayName: document.getElementById("tab-name").textContent,
          contentUrl: location.origin + root + "desk?locale={locale}",
          websiteUrl: location.origin + "/desk",
        });
        save.notifySuccess();
      });
      teams.pages.config.setValidityState(true);
    }
  }

  begin();
})();
