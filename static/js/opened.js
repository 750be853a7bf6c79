// Tells the site that a browser showed the page that confirms a pledge. Gateways that open each
// link of a mail mostly run no script, so this tells people from machines. Nothing waits for it.
const form = document.querySelector("form[data-opened]");

function tell() {
  if (document.visibilityState !== "visible") return;
  document.removeEventListener("visibilitychange", tell);
  const said = new FormData(form);
  said.set("act", form.dataset.opened);
  navigator.sendBeacon(form.getAttribute("action"), said);
}

document.addEventListener("visibilitychange", tell);
tell();
