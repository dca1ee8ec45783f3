// Reading needs none of this: a click on a block shows its counterpart, Escape puts the notes away.
(() => {
  // A page that opens at a fragment has no :target yet.
  const shown = () => document.getElementById(location.hash.slice(1))?.closest("#source") ? "source" : "article";
  const tell = () => {
    for (const view of ["article", "source"]) {
      const link = document.querySelector(`nav .to-${view}`);
      if (view === shown()) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  addEventListener("hashchange", tell);
  tell();
  document.addEventListener("click", (event) => {
    const block = event.target.closest("[data-b]");
    if (!block || event.target.closest("a") || getSelection().toString()) return;
    const other = (block.closest("#source") ? "b" : "s") + block.dataset.b;
    if (document.getElementById(other)) location.hash = other;
  });
  const quiet = document.documentElement.classList;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") quiet.add("quiet");
  });
  for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, () => quiet.remove("quiet"));
})();
