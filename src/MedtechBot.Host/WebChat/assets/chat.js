// Starts Web Chat in the page, goes on with the asker's conversation, and keeps what was typed while it was loading.
"use strict";
(() => {
  const chat = document.getElementById("chat");
  const welcome = document.getElementById("welcome");
  const shell = document.getElementById("shell");
  const talk = document.getElementById("talk");
  const renew = document.getElementById("renew");
  const { bundle, nonce, locale, placeholder, failed } = chat.dataset;
  const ExpiredToken = 3, FailedToConnect = 4;
  let live = null; // { element, directLine, store, connected }
  let pending = null; // a question asked before the chat was ready

  welcome.addEventListener("click", (event) => {
    const question = event.target.closest("[data-ask]")?.dataset.ask;
    if (question) ask(question);
  });
  shell.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = shell.elements.q.value.trim();
    if (question) { shell.elements.q.value = ""; ask(question); }
  });
  talk.addEventListener("click", () => ask(talk.dataset.text));
  renew.addEventListener("click", () => start(true));

  function ask(question) {
    if (!live?.connected) { pending = question; return; } // Web Chat drops what it gets before it is connected
    live.store.dispatch({ type: "WEB_CHAT/SEND_MESSAGE", payload: { text: question, method: "keyboard" } });
  }

  const loaded = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = bundle;
    script.nonce = nonce;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  async function session(fresh) {
    const response = await fetch(`/chat/session${fresh ? "?new=true" : ""}`, { method: "POST", credentials: "same-origin" });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  async function start(fresh) {
    renew.disabled = true;
    try {
      const [where] = await Promise.all([session(fresh), loaded]);
      const previous = live;
      show(where);
      previous?.directLine.end();
      previous?.element.remove();
    } catch {
      if (!live) fail();
    }
    renew.disabled = talk.disabled = !live;
  }

  function show({ conversationId, token, empty }) {
    const element = document.createElement("div");
    element.className = "live";
    const directLine = window.WebChat.createDirectLine({ domain: `${location.origin}/v3/directline`, token, conversationId, watermark: "0" });
    const store = window.WebChat.createStore({}, () => (next) => (action) => {
      if (action.type === "DIRECT_LINE/POST_ACTIVITY" && action.payload.activity.type === "message") welcome.hidden = true;
      if (action.type === "DIRECT_LINE/INCOMING_ACTIVITY") welcome.hidden = true;
      if (action.type === "DIRECT_LINE/CONNECT_FULFILLED") connected();
      return next(action);
    });
    welcome.hidden = !empty;
    chat.append(element);
    const shown = live = { element, directLine, store, connected: false };
    directLine.connectionStatus$.subscribe((status) => {
      // After a night's sleep the token is too old; the cookie still says who this is.
      if (live?.directLine === directLine && (status === ExpiredToken || status === FailedToConnect)) setTimeout(() => start(false), 3000);
    });
    window.WebChat.renderWebChat({ directLine, store, locale, nonce, userID: "asker", styleOptions: style(), overrideLocalizedStrings: { TEXT_INPUT_PLACEHOLDER: placeholder } }, element);
    function connected() {
      const typed = shell.elements.q.value;
      const focused = shell.contains(document.activeElement);
      shell.hidden = true;
      if (typed) { store.dispatch({ type: "WEB_CHAT/SET_SEND_BOX", payload: { text: typed } }); shell.elements.q.value = ""; }
      if (focused) store.dispatch({ type: "WEB_CHAT/SET_FOCUS", payload: { where: "sendBox" } });
      performance.mark("chat-ready");
      shown.connected = true;
      if (pending) { const question = pending; pending = null; setTimeout(() => ask(question)); }
    }
  }

  function style() {
    const css = getComputedStyle(document.documentElement);
    const color = (name) => css.getPropertyValue(name).trim();
    return {
      accent: color("--accent"), subtle: color("--soft"), backgroundColor: color("--paper"),
      primaryFont: getComputedStyle(document.body).fontFamily, timestampColor: color("--soft"),
      bubbleBackground: color("--ground"), bubbleTextColor: color("--ink"), bubbleBorderWidth: 0, bubbleBorderRadius: 12, bubbleMaxWidth: 720, bubbleMinHeight: 0,
      bubbleFromUserBackground: color("--accent"), bubbleFromUserTextColor: color("--accent-ink"), bubbleFromUserBorderWidth: 0, bubbleFromUserBorderRadius: 12,
      sendBoxBackground: color("--paper"), sendBoxTextColor: color("--ink"), sendBoxPlaceholderColor: color("--soft"), sendBoxButtonColor: color("--accent"),
      sendBoxHeight: 52, sendBoxTextWrap: true, sendBoxMaxHeight: 140, sendBoxBorderTop: `1px solid ${color("--line")}`, sendBoxButtonShadeColor: color("--ground"),
      suggestedActionLayout: "flow", suggestedActionBorderRadius: 20, suggestedActionBorderColor: color("--line"), suggestedActionTextColor: color("--accent"),
      suggestedActionBackgroundColor: color("--paper"), suggestedActionHeight: 40, suggestedActionsFlowMaxHeight: 150,
      cardPushButtonBackgroundColor: color("--accent"), cardPushButtonTextColor: color("--accent-ink"),
      groupTimestamp: 1, markdownRenderHTML: false, hideUploadButton: false, paddingRegular: 12, rootHeight: "100%",
    };
  }

  function fail() {
    const note = document.createElement("p");
    note.className = "note error failed";
    note.setAttribute("role", "alert");
    note.textContent = failed;
    chat.prepend(note);
    shell.replaceWith(shell.cloneNode(true)); // now it asks the quick page
  }

  start(false);
})();
