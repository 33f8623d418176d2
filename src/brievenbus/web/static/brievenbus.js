"use strict";
/* What the pages do beyond forms and links. Without this script all of it works as well, a page at a time. */
(function () {
  const voice = document.getElementById("stem");
  const wait = document.getElementById("bezig");
  const waitText = document.getElementById("bezig-tekst");
  const waitBar = document.getElementById("bezig-balk");
  const wide = window.matchMedia("(min-width: 64rem)");
  const MOST_KEPT = 20;
  const kept = new Map();
  let current = 0;
  let last = 0;
  let opener = null;
  let working = false;

  const page = () => document.getElementById("pagina");
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));

  function say(text) {
    voice.textContent = "";
    window.setTimeout(function () { voice.textContent = text; }, 60);
  }

  /* Each page */
  function dress(root) {
    all("[data-met-script]", root).forEach(function (each) { each.hidden = false; });
    all("input[type=file]", root).forEach(tellFile);
  }

  function arrive() {
    const spot = page().querySelector("[data-focus]");
    if (spot) { spot.focus(); }
  }

  /* Choosing and dropping a file */
  function tellFile(input) {
    const told = input.closest("[data-val]").querySelector("[data-bericht]");
    const file = input.files[0];
    if (!file) { told.textContent = input.dataset.leeg; return true; }
    const fits = file.size <= Number(input.dataset.megabytes) * 1e6;
    told.textContent = fits ? input.dataset.gekozen.replace("{naam}", file.name) : input.dataset.teGroot;
    if (!fits) { input.value = ""; }
    return fits;
  }

  function dropField(target) {
    const field = target.closest && target.closest("[data-val]");
    return (field || page()).querySelector("input[type=file]");
  }

  function hasFiles(event) {
    return event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
  }

  document.addEventListener("dragover", function (event) {
    const input = hasFiles(event) && dropField(event.target);
    if (!input) { return; }
    event.preventDefault();
    all(".bb-val--boven").forEach(function (each) { each.classList.remove("bb-val--boven"); });
    input.closest("[data-val]").classList.add("bb-val--boven");
  });

  ["dragleave", "dragend", "drop"].forEach(function (kind) {
    document.addEventListener(kind, function () {
      all(".bb-val--boven").forEach(function (each) { each.classList.remove("bb-val--boven"); });
    });
  });

  document.addEventListener("drop", function (event) {
    const input = hasFiles(event) && dropField(event.target);
    if (!input) { return; }
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  });

  document.addEventListener("change", function (event) {
    if (event.target.matches("input[type=file]")) { tellFile(event.target); }
  });

  /* Sending a form without leaving the page, with how far the work is */
  function ticket() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)))
      .map(function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }

  function watch(name) {
    let going = true;
    const shown = window.setTimeout(function () {
      waitText.textContent = waitText.dataset.tekst;
      waitBar.removeAttribute("value");
      wait.hidden = false;
    }, 350);
    async function look() {
      if (!going) { return; }
      try {
        const answer = await fetch("/voortgang/" + name);
        const share = answer.ok ? (await answer.json()).deel : null;
        if (going && share) {
          waitBar.value = Math.round(100 * share);
          waitText.textContent = waitText.dataset.deel.replace("{deel}", String(waitBar.value));
        }
      } catch (error) { /* the answer itself will tell */ }
      if (going) { window.setTimeout(look, 700); }
    }
    window.setTimeout(look, 500);
    return function () {
      going = false;
      window.clearTimeout(shown);
      wait.hidden = true;
    };
  }

  async function send(form, button) {
    const data = new FormData(form);
    if (button && button.name) { data.append(button.name, button.value); }
    const name = ticket();
    data.set("briefje", name);
    const action = button && button.hasAttribute("formaction") ? button.formAction : form.action;
    const done = watch(name);
    working = true;
    try {
      const answer = await fetch(action, { method: "POST", body: data });
      const disposition = answer.headers.get("Content-Disposition") || "";
      if (disposition.startsWith("attachment")) {
        save(await answer.blob(), disposition);
      } else {
        receive(await answer.text(), answer);
      }
    } catch (error) {
      complain(page().dataset.mislukt);
    } finally {
      working = false;
      done();
    }
  }

  function save(blob, disposition) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = decodeURIComponent(disposition.split("''")[1] || "brief");
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    say(page().dataset.klaar);
  }

  function complain(text) {
    let box = document.getElementById("klacht");
    if (!box) {
      box = document.createElement("div");
      box.id = "klacht";
      box.className = "utrecht-alert utrecht-alert--error";
      box.setAttribute("role", "alert");
      box.tabIndex = -1;
    }
    const line = document.createElement("p");
    line.className = "utrecht-paragraph";
    line.textContent = text;
    box.replaceChildren(line);
    const card = document.querySelector(".bb-kaart.is-gekozen");
    const place = card || page().querySelector("h1");
    closeWindow();
    if (card) { place.before(box); } else { place.after(box); }
    box.scrollIntoView({ block: "center" });
    box.focus();
  }

  function receive(text, answer) {
    const made = new DOMParser().parseFromString(text, "text/html");
    const next = made.getElementById("pagina");
    const told = made.getElementById("foutbericht");
    if (!next || (!answer.ok && told && document.getElementById("staat"))) {
      complain(told ? told.textContent : page().dataset.mislukt);
      return;
    }
    const step = next.querySelector("#stap");
    const goOn = next.querySelector("[data-verder]");
    const scrolled = window.scrollY;
    show(document.adoptNode(next), made.title);
    last += 1;
    current = last;
    history.pushState({ page: current }, "", new URL(answer.url).pathname);
    if (!step) {
      window.scrollTo(0, 0);
      arrive();
      return;
    }
    window.scrollTo(0, scrolled);
    const parts = all(".bb-stap__bericht, #beweging li", step).map(function (each) { return each.textContent; });
    say(parts.join(". ").replace(/\s+/g, " "));
    const card = goOn && document.getElementById("o" + goOn.dataset.verder);
    if (wide.matches && card) {
      open(goOn.dataset.verder, null, true);
    } else {
      step.focus({ preventScroll: true });
      step.scrollIntoView({ block: "nearest" });
    }
  }

  function show(next, title) {
    closeWindow();
    kept.set(current, { node: page(), title: document.title, top: window.scrollY });
    kept.delete(current - MOST_KEPT);
    page().replaceWith(next);
    document.title = title;
    dress(next);
  }

  window.addEventListener("popstate", function (event) {
    const wanted = event.state && Number.isInteger(event.state.page) ? event.state.page : null;
    if (wanted === null) { return; }
    const known = kept.get(wanted);
    if (!known) { location.assign("/"); return; }
    show(known.node, known.title);
    current = wanted;
    window.scrollTo(0, known.top);
  });

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!form.hasAttribute("data-werk")) { return; }
    event.preventDefault();
    if (!working) { send(form, event.submitter); }
  });

  /* A finding: its card beside the letter, or in a window where there is no room */
  function open(number, from, quiet) {
    const card = document.getElementById("o" + number);
    if (!card) { return; }
    choose(number);
    opener = from || document.getElementById("t" + number);
    if (wide.matches) {
      card.parentElement.parentElement.scrollTo({ top: card.offsetTop - 12 });
      card.focus({ preventScroll: true });
      if (!quiet) { card.scrollIntoView({ block: "nearest" }); }
      return;
    }
    const frame = document.getElementById("venster");
    const stand = document.createComment("kaart");
    card.replaceWith(stand);
    frame.querySelector(".bb-venster__plek").replaceChildren(card);
    frame.addEventListener("close", function () {
      stand.replaceWith(card);
      back();
    }, { once: true });
    frame.showModal();
    card.focus();
  }

  function closeWindow() {
    const frame = document.getElementById("venster");
    if (frame && frame.open) { frame.close(); }
  }

  function choose(number) {
    all(".is-gekozen").forEach(function (each) { each.classList.remove("is-gekozen"); });
    const card = document.getElementById("o" + number);
    if (card) { card.classList.add("is-gekozen"); }
    all("[data-o]", document.querySelector(".bb-brief")).forEach(function (each) {
      if (each.dataset.o.split(" ").includes(String(number))) { each.classList.add("is-gekozen"); }
    });
  }

  function back() {
    if (opener && opener.isConnected) {
      opener.scrollIntoView({ block: "nearest" });
      opener.focus();
    }
  }

  document.addEventListener("click", function (event) {
    const mark = event.target.closest("[data-o]");
    const home = event.target.closest("[data-terug-naar]");
    if (mark) {
      event.preventDefault();
      const number = mark.dataset.o.split(" ")[0];
      open(number, mark.matches("a") ? mark : null);
    } else if (home) {
      event.preventDefault();
      const number = home.dataset.terugNaar;
      opener = document.getElementById("t" + number);
      choose(number);
      if (home.closest("dialog")) { closeWindow(); } else { back(); }
    } else if (event.target.closest("[data-kies-bestand]")) {
      document.getElementById(event.target.closest("[data-kies-bestand]").dataset.kiesBestand).click();
    } else if (event.target.closest("[data-afdrukken]")) {
      window.print();
    } else if (event.target.closest("[data-ongedaan]")) {
      history.back();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.target.closest && event.target.closest(".bb-kaarten")) { back(); }
  });

  window.addEventListener("beforeprint", function () {
    all("details.bb-uitklap").forEach(function (each) {
      if (!each.open && !each.querySelector("form, select, input")) { each.open = true; each.dataset.afgedrukt = ""; }
    });
  });
  window.addEventListener("afterprint", function () {
    all("[data-afgedrukt]").forEach(function (each) { each.open = false; delete each.dataset.afgedrukt; });
  });

  document.documentElement.classList.add("script");
  history.replaceState({ page: current }, "");
  dress(document);
  arrive();
})();
