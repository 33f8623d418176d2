"use strict";
(function () {
  const form = document.getElementById("zoeken");
  const word = document.getElementById("zoekwoord");
  const told = document.getElementById("aantal");
  const choices = Array.from(form.querySelectorAll("select"));

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  const entries = Array.from(document.querySelectorAll("[data-soort]")).map(function (element) {
    return { element: element, text: fold(element.textContent + " " + element.id) };
  });

  function chosen(element) {
    return choices.every(function (choice) {
      const values = (element.getAttribute("data-" + choice.name) || "").split("|");
      return choice.value === "" || values.includes(choice.value);
    });
  }

  function update() {
    const words = fold(word.value).split(/\s+/).filter(Boolean);
    let number = 0;
    entries.forEach(function (entry) {
      const fits = words.every(function (each) { return entry.text.includes(each); });
      entry.element.hidden = !(fits && chosen(entry.element));
      number += entry.element.hidden ? 0 : 1;
    });
    document.querySelectorAll("section[data-groep]").forEach(function (group) {
      group.hidden = !group.querySelector("[data-soort]:not([hidden])");
    });
    told.textContent = number === 1
      ? told.dataset.een
      : told.dataset.meer.replace("{aantal}", String(number));
  }

  function openNamed() {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (named instanceof HTMLDetailsElement) {
      named.open = true;
      named.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("input", update);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(update); });
  window.addEventListener("hashchange", openNamed);
  update();
  openNamed();
})();
